import { describe, expect, it } from 'vitest'
import { operations } from '../../../../electron/core/operations/operations.ts'
import {
  defaultHba,
  type HandMadeWorld,
  planIn,
  planned,
  primaryFacts,
  replicationRow,
  standbyFacts,
  worldWith,
} from '../../../helpers/world.ts'

const secret = 'hunter2'
const pair = worldWith([
  primaryFacts('main', { server: { replication: [replicationRow('copy')], clientConnections: 2 } }),
  standbyFacts('copy', 'main'),
])
const stopped = worldWith([
  primaryFacts('main', { server: null }),
  standbyFacts('copy', 'main', {
    settings: { primary_conninfo: `host=127.0.0.1 port=5432 user=u password=${secret}` },
  }),
])
const found = worldWith([], {
  candidate: {
    found: 'data-directory',
    dataDir: '/srv/data',
    alreadyNamed: null,
    instance: primaryFacts('new', { entry: { origin: 'adopted' } }),
    access: 'tcp',
    ownCommands: [],
    standbys: [],
  },
})
const streamingPair = worldWith([
  primaryFacts('main'),
  standbyFacts('copy', 'main', { settings: { primary_conninfo: 'host=127.0.0.1 port=5432' } }),
])
const rule = { type: 'host', database: 'all', user: 'all', address: '::1/128', method: 'md5' }

const cases: readonly (readonly [string, object, HandMadeWorld])[] = [
  ['create', { name: 'new', settings: { work_mem: '8MB' } }, pair],
  ['adopt', { name: 'new', dataDir: '/srv/data' }, found],
  ['clone', { source: 'main', name: 'new', sync: true, delay: '1min' }, pair],
  ['clone', { source: 'copy', name: 'new' }, stopped],
  ['pair', { name: 'new' }, pair],
  ['reclone', { name: 'copy' }, pair],
  ['start', { name: 'main' }, stopped],
  ['stop', { name: 'main' }, pair],
  ['restart', { name: 'main' }, pair],
  ['reload', { name: 'main' }, pair],
  ['promote', { name: 'copy' }, stopped],
  ['synchronous', { standby: 'copy', on: true }, pair],
  ['pause', { standby: 'copy' }, pair],
  ['resume', { standby: 'copy' }, worldWith([standbyFacts('copy', 'x', { server: { replayPaused: true } })])],
  ['config', { name: 'main', settings: { work_mem: '8MB' } }, pair],
  ['hba', { name: 'main', rule }, pair],
  ['recovery', { name: 'copy', settings: { recovery_min_apply_delay: '1min' } }, pair],
  ['link', { standby: 'copy', port: 40_000 }, streamingPair],
  [
    'edit',
    { name: 'main', file: 'pg_hba.conf', baseText: defaultHba, text: `${defaultHba}local all all peer\n` },
    pair,
  ],
  ['remove', { name: 'copy', deleteData: true }, pair],
  ['script', { names: ['main', 'copy'], shell: 'cmd', out: '/tmp/x' }, pair],
]

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

describe('every operation', () => {
  it('is tried below', () => {
    expect([...new Set(cases.map(([id]) => id))].toSorted()).toEqual(Object.keys(operations).toSorted())
  })
})

describe.each(cases)('%s %o', (id, params, world) => {
  const plan = planned(world, id, params)

  it('gives the same plan for the same world, and changes neither', () => {
    expect(planIn(freeze(structuredClone(world)), id, freeze(structuredClone(params)))).toEqual({
      kind: 'plan',
      plan,
    })
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it('holds no secret', () => {
    expect(JSON.stringify(plan)).not.toContain(secret)
    expect(JSON.stringify(plan)).not.toMatch(/password=/)
  })

  it('has steps with ids of their own, each on an instance that it knows', () => {
    const ids = plan.steps.map((step) => step.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    const named = plan.steps.flatMap(({ instance }) => instance ?? [])
    expect(Object.keys(plan.targets)).toEqual(expect.arrayContaining(named))
  })

  it('gives the same plan again from the parameters that it carries', () => {
    expect(planned(world, id, plan.params)).toEqual(plan)
  })
})
