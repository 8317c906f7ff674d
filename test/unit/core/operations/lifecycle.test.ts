import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../shared/model/instance-status.ts'
import { sender } from '../../../helpers/instance-views.ts'
import {
  home,
  kindsOf,
  planIn,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const name = 'main'
const running = worldWith([primaryFacts(name)])
const inState = (state: InstanceState, facts: object = {}) =>
  worldWith([primaryFacts(name, { server: null, facts: { state, ...facts } })])
const busy = worldWith([primaryFacts(name, { server: { clientConnections: 2 } })])
const foreign = { foreignOwner: 'postgres' }

describe('start', () => {
  it('starts what is stopped or crashed, and has nothing to do for what runs', () => {
    for (const state of ['stopped', 'crashed'] as const)
      expect(kindsOf(planned(inState(state), 'start', { name }))).toEqual([
        'create-directory',
        'start-server',
      ])
    expect(stepsOfKind(planned(inState('stopped'), 'start', { name }), 'create-directory')).toMatchObject([
      { path: `${home}/instances/main/log`, undo: 'nothing' },
    ])
    expect(planned(running, 'start', { name }).steps).toEqual([])
    expect(planned(inState('starting'), 'start', { name }).steps).toEqual([])
  })

  it('names what an adopted server runs by itself, once', () => {
    const ownCommands = [{ setting: 'archive_command', value: 'cp %p /a' }]
    const adopted = (trusted: boolean) =>
      worldWith([
        primaryFacts(name, { server: null, entry: { origin: 'adopted', trusted }, facts: { ownCommands } }),
      ])
    const first = planned(adopted(false), 'start', { name })
    expect(reasonsOf(first)).toEqual(['runs-its-commands'])
    expect(stepsOfKind(first, 'catalogue')[0]?.entry).toMatchObject({ trusted: true })
    expect(planned(adopted(true), 'start', { name }).confirmations).toEqual([])
  })

  it('asks before a superseded primary becomes a second one', () => {
    const old = primaryFacts(name, { server: null, entry: { supersededBy: 'copy' } })
    expect(reasonsOf(planned(worldWith([old]), 'start', { name }))).toEqual(['splits-the-pair'])
  })

  it.each([
    ['data-directory-missing', 'missing', {}],
    ['instance-stopping', 'stopping', {}],
    ['instance-unreachable', 'unreachable', { unreachableBecause: 'wrong-password' }],
    ['foreign-owner', 'stopped', foreign],
    ['own-port-taken', 'stopped', { portState: { state: 'taken', holder: 'node (7)' } }],
    ['own-port-in-use', 'stopped', { portState: { state: 'taken', holder: null } }],
    ['own-port-reserved', 'stopped', { portState: { state: 'reserved' } }],
  ] as const)('is refused as %s', (code, state, facts) => {
    expect(refused(inState(state, facts), 'start', { name }).code).toBe(code)
  })
})

/** A primary whose standbys, `copy` first, count as these. */
const pairWith = (...syncStates: readonly string[]) => {
  const rows = syncStates.map((syncState, at) => sender(at === 0 ? 'copy' : `other${at}`, { syncState }))
  return worldWith([primaryFacts(name, { server: { replication: rows } }), standbyFacts('copy', name)])
}

const noticesAtStop = (...syncStates: readonly string[]) =>
  planned(pairWith(...syncStates), 'stop', { name: 'copy' }).notices.map(({ key }) => key)

describe('stop', () => {
  it('says how many connections it cuts; smart cuts none', () => {
    expect(reasonsOf(planned(busy, 'stop', { name }))).toEqual(['cuts-connections'])
    expect(reasonsOf(planned(busy, 'stop', { name, mode: 'smart' }))).toEqual([])
    expect(reasonsOf(planned(running, 'stop', { name }))).toEqual([])
    expect(stepsOfKind(planned(running, 'stop', { name, mode: 'immediate' }), 'stop-server')[0]?.mode).toBe(
      'immediate',
    )
  })

  it.each(['stopped', 'crashed'] as const)('has nothing to do for what is %s', (state) => {
    expect(planned(inState(state), 'stop', { name }).steps).toEqual([])
  })

  it('says that commits will hang for the only standby that they wait for', () => {
    expect(noticesAtStop('sync')).toEqual(['notices.commits-will-hang'])
    expect(noticesAtStop('quorum', 'async')).toEqual(['notices.commits-will-hang'])
    expect(noticesAtStop('sync', 'potential')).toEqual([])
    expect(noticesAtStop('async')).toEqual([])
    expect(noticesAtStop('async', 'sync')).toEqual([])
  })

  it('does not claim that what is gone has stopped', () => {
    expect(refused(inState('missing'), 'stop', { name }).code).toBe('data-directory-missing')
  })

  it.each(['starting', 'stopping', 'unreachable'] as const)('works on what is %s', (state) => {
    expect(kindsOf(planned(inState(state), 'stop', { name }))).toEqual(['stop-server'])
  })

  it('leaves servers of other accounts alone', () => {
    expect(refused(inState('running', foreign), 'stop', { name }).code).toBe('foreign-owner')
  })
})

describe('restart and reload', () => {
  it('act on what runs', () => {
    expect(kindsOf(planned(busy, 'restart', { name }))).toEqual(['restart-server'])
    expect(reasonsOf(planned(busy, 'restart', { name }))).toEqual(['cuts-connections'])
    expect(kindsOf(planned(busy, 'reload', { name }))).toEqual(['reload-server'])
    expect(reasonsOf(planned(busy, 'reload', { name }))).toEqual([])
  })

  it.each(['restart', 'reload'])('%s is refused for what does not run or is not ours', (operation) => {
    expect(refused(inState('stopped'), operation, { name }).code).toBe('instance-not-running')
    expect(refused(inState('running', foreign), operation, { name }).code).toBe('foreign-owner')
  })
})

const about = (instance: string): readonly (readonly [string, object])[] => [
  ['start', { name: instance }],
  ['stop', { name: instance }],
  ['restart', { name: instance }],
  ['reload', { name: instance }],
  ['promote', { name: instance }],
  ['reclone', { name: instance }],
  ['remove', { name: instance }],
  ['synchronous', { standby: instance, on: true }],
  ['pause', { standby: instance }],
  ['resume', { standby: instance }],
  ['config', { name: instance, settings: {} }],
  ['recovery', { name: instance, settings: {} }],
  ['hba', { name: instance, rule: { type: 'local', database: 'all', user: 'all', method: 'peer' } }],
  ['script', { names: [instance], shell: 'sh', out: '/tmp/out' }],
  ['clone', { source: instance, name: 'new' }],
]

const openJob = { canResume: true, canUndo: true, damaged: null }

const held = (running: boolean) =>
  worldWith([primaryFacts(name), standbyFacts('copy', name)], {
    openJobs: [{ id: 'j9', operation: 'clone', instances: ['copy'], ...openJob, running }],
  })

const heldBy = (job: Partial<typeof openJob> | { readonly damaged: string }) =>
  worldWith([primaryFacts(name), standbyFacts('copy', name)], {
    openJobs: [{ id: 'j9', operation: 'clone', instances: ['copy'], ...openJob, ...job, running: false }],
  })

describe('the refusal because of an unfinished job', () => {
  it.each([
    ['job-to-be-undone', { canResume: false }],
    ['job-to-be-resumed', { canUndo: false }],
    ['job-unfinished', {}],
    ['journal-damaged', { canResume: false, canUndo: false, damaged: '/h/journal/j9.jsonl' }],
  ] as const)('%s names only ways that there are', (code, job) => {
    expect(refused(heldBy(job), 'reload', { name: 'copy' }).code).toBe(code)
    expect(planIn(heldBy(job), 'reload', { name }).kind).toBe('plan')
  })
})

/** What an unfinished job waits for may be this very server. */
const allowedInBetween = ['start', 'stop']

describe('every operation on an instance', () => {
  it.each(about('copy').filter(([operation]) => !allowedInBetween.includes(operation)))(
    '%s is refused while a job is unfinished',
    (operation, params) => {
      expect(refused(held(false), operation, params).code).toBe('job-unfinished')
    },
  )

  it.each(allowedInBetween)('%s is not', (operation) => {
    expect(planIn(held(false), operation, { name: 'copy' }).kind).toBe('plan')
  })

  it.each(about('copy'))('%s is refused while a job holds it', (operation, params) => {
    expect(refused(held(true), operation, params)).toMatchObject({
      code: 'instance-busy',
      params: { job: 'j9' },
    })
  })

  it.each(about('nobody'))('%s is refused for a name that is not there', (operation, params) => {
    expect(refused(running, operation, params).code).toBe('unknown-instance')
  })
})
