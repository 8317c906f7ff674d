import { describe, expect, it } from 'vitest'
import {
  type InstanceChanges,
  kindsOf,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  replicationRow,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const standby = 'copy'
const pairOf = (primary: InstanceChanges = {}, changes: InstanceChanges = {}) =>
  worldWith([
    primaryFacts('main', {
      ...primary,
      server: { replication: [replicationRow(standby)], ...primary.server },
    }),
    standbyFacts(standby, 'main', changes),
  ])
const namesAfter = (names: string, on: boolean, rows = [replicationRow(standby)]) => {
  const world = pairOf({ settings: { synchronous_standby_names: names }, server: { replication: rows } })
  return stepsOfKind(planned(world, 'synchronous', { standby, on }), 'configure')[0]?.settings[
    'synchronous_standby_names'
  ]
}

describe('synchronous', () => {
  it('sets, reloads, and waits until it counts', () => {
    const plan = planned(pairOf(), 'synchronous', { standby, on: true })
    expect(kindsOf(plan)).toEqual(['configure', 'reload-server', 'wait'])
    expect(plan.confirmations).toEqual([])
    expect(stepsOfKind(plan, 'wait')[0]?.condition).toMatchObject({ kind: 'sync-state', synchronous: true })
  })

  it.each([
    { names: '', on: true, after: 'copy' },
    { names: 'a', on: true, after: 'a, copy' },
    { names: 'FIRST 1 (a)', on: true, after: 'FIRST 1 (a, copy)' },
    { names: 'a, copy', on: false, after: 'a' },
    { names: 'ANY 2 (a, copy)', on: false, after: 'ANY 1 (a)' },
    { names: 'copy', on: false, after: '' },
  ])('makes "$names" $on "$after"', ({ names, on, after }) => {
    expect(namesAfter(names, on)).toBe(after)
  })

  it.each([
    { names: 'a, copy', on: true },
    { names: '*', on: true },
    { names: 'a', on: false },
    { names: '', on: false },
  ])('has nothing to do for "$names" $on', ({ names, on }) => {
    const world = pairOf({ settings: { synchronous_standby_names: names } })
    expect(planned(world, 'synchronous', { standby, on }).steps).toEqual([])
  })

  it('turns * into the names of the others', () => {
    expect(namesAfter('*', false, [replicationRow(standby), replicationRow('b')])).toBe('b')
  })

  it('frees commits that hang for a standby that is gone', () => {
    const world = pairOf(
      { settings: { synchronous_standby_names: 'copy' }, server: { replication: [] } },
      { server: null },
    )
    expect(kindsOf(planned(world, 'synchronous', { standby, on: false }))).toEqual([
      'configure',
      'reload-server',
      'wait',
    ])
    expect(refused(world, 'synchronous', { standby, on: true }).code).toBe('standby-not-streaming')
  })

  it('knows an adopted standby without a name by the row that is nobody else’s', () => {
    const adopted = { entry: { origin: 'adopted' as const, applicationName: null } }
    const one = { server: { replication: [replicationRow('walreceiver')] } }
    expect(
      stepsOfKind(planned(pairOf(one, adopted), 'synchronous', { standby, on: true }), 'configure')[0]
        ?.settings,
    ).toEqual({ synchronous_standby_names: 'walreceiver' })
    const two = { server: { replication: [replicationRow('walreceiver'), replicationRow('x')] } }
    expect(refused(pairOf(two, adopted), 'synchronous', { standby, on: true }).code).toBe('no-upstream')
  })

  it('asks before files of an adopted primary are changed', () => {
    const world = pairOf({ entry: { origin: 'adopted' } })
    expect(reasonsOf(planned(world, 'synchronous', { standby, on: true }))).toEqual(['touches-foreign-files'])
  })

  it('is refused as the state of things has it', () => {
    const on = { standby, on: true }
    expect(refused(worldWith([primaryFacts(standby)]), 'synchronous', on).code).toBe('no-upstream')
    expect(refused(pairOf({ settings: { synchronous_standby_names: 'a (' } }), 'synchronous', on).code).toBe(
      'sync-names-unreadable',
    )
    const stopped = worldWith([primaryFacts('main', { server: null }), standbyFacts(standby, 'main')])
    expect(refused(stopped, 'synchronous', on).code).toBe('instance-not-running')
    const replication = [replicationRow('third')]
    const cascade = worldWith([
      primaryFacts('main'),
      standbyFacts(standby, 'main', { server: { replication } }),
      standbyFacts('third', standby),
    ])
    expect(refused(cascade, 'synchronous', { standby: 'third', on: true }).code).toBe('sync-needs-primary')
  })
})

describe('pause and resume', () => {
  it.each([
    { operation: 'pause', paused: false, kinds: ['replay'] },
    { operation: 'pause', paused: true, kinds: [] },
    { operation: 'resume', paused: true, kinds: ['replay'] },
    { operation: 'resume', paused: false, kinds: [] },
  ])('$operation of one that is paused: $paused', ({ operation, paused, kinds }) => {
    const world = pairOf({}, { server: { replayPaused: paused } })
    expect(kindsOf(planned(world, operation, { standby }))).toEqual(kinds)
  })

  it.each(['pause', 'resume'])('%s is refused for a primary and for a stopped standby', (operation) => {
    expect(refused(pairOf(), operation, { standby: 'main' }).code).toBe('not-a-standby')
    expect(refused(pairOf({}, { server: null }), operation, { standby }).code).toBe('instance-not-running')
  })
})

const slot = (walStatus: string) => ({
  server: { slots: [{ name: standby, active: false, walStatus, retainedBytes: 1 }] },
})

describe('reclone', () => {
  const name = standby
  const reclone = (changes: InstanceChanges = {}, primary: InstanceChanges = {}) =>
    planned(pairOf(primary, changes), 'reclone', { name })

  it('keeps the old copy aside until the new one streams', () => {
    const plan = reclone()
    expect(kindsOf(plan)).toEqual([
      'stop-server',
      'create-directory',
      'write-passfile',
      'slot',
      'base-backup',
      'copy-configuration',
      'standby-file',
      'configure',
      'move-directory',
      'complete-copy',
      'start-server',
      'wait',
      'remove-data-directory',
    ])
    expect(plan.steps.at(-1)).toMatchObject({ undo: 'point-of-no-return' })
    expect(plan.confirmations).toEqual([])
  })

  it('has nothing to stop or to keep where nothing is', () => {
    const kinds = kindsOf(reclone({ server: null, facts: { state: 'missing', settings: {} } }))
    for (const kind of ['stop-server', 'move-directory', 'remove-data-directory', 'copy-configuration'])
      expect(kinds).not.toContain(kind)
  })

  it('is refused while somebody else is at its port', () => {
    const portState = { state: 'taken', holder: 'postgres (7)' } as const
    const world = pairOf({}, { server: null, facts: { state: 'missing', portState } })
    expect(refused(world, 'reclone', { name }).code).toBe('own-port-taken')
  })

  it('gives the standbys it feeds their slots back before it waits, and looks after those that run', () => {
    const below = standbyFacts('below', name, { port: 5434 })
    const none = standbyFacts('none', name, { port: 5435, entry: { slot: null } })
    const off = standbyFacts('off', name, { port: 5436, server: null })
    const world = pairOf({}, {})
    const plan = planned({ ...world, instances: [...world.instances, below, none, off] }, 'reclone', { name })
    const waits = ['wait', 'wait', 'wait']
    expect(kindsOf(plan).slice(-7)).toEqual([
      'start-server',
      'slot',
      'slot',
      ...waits,
      'remove-data-directory',
    ])
    expect(stepsOfKind(plan, 'slot').slice(-2)).toMatchObject([
      { instance: name, slot: 'below', action: 'create' },
      { instance: name, slot: 'off', action: 'create' },
    ])
    expect(stepsOfKind(plan, 'wait').map(({ condition, otherwise }) => [condition, otherwise])).toMatchObject(
      [
        [{ upstream: 'main', standby: name }, 'fail'],
        [{ upstream: name, standby: 'below' }, 'note'],
        [{ upstream: name, standby: 'none' }, 'note'],
      ],
    )
    expect(Object.keys(plan.targets)).toEqual([name, 'main', 'below', 'none'])
    expect(plan.notices).toMatchObject([
      { key: 'notices.standbys-may-lack-wal', params: { name, standbys: 'below, none, off' } },
    ])
  })

  it('uses its slot again, and makes one that is lost anew', () => {
    expect(stepsOfKind(reclone({}, slot('reserved')), 'slot')).toEqual([])
    expect(stepsOfKind(reclone({}, slot('lost')), 'slot').map(({ action }) => action)).toEqual([
      'drop',
      'create',
    ])
  })

  it('keeps its own settings: those of postgresql.auto.conf, and of recovery.conf up to 11', () => {
    const made = standbyFacts(name, 'main', { major: 11 })
    const more = {
      work_mem: { value: '7MB', file: 'auto', source: 'auto' as const },
      trigger_file: { value: '/t', file: 'recovery.conf', source: 'recovery' as const },
    }
    const own = { ...made, settings: { ...made.settings, ...more } }
    const plan = planned(worldWith([primaryFacts('main', { major: 11 }), own]), 'reclone', { name })
    expect(stepsOfKind(plan, 'configure')[0]?.settings).toMatchObject({ work_mem: '7MB', port: '5433' })
    expect(stepsOfKind(plan, 'standby-file')[0]?.recoveryConf?.settings).toMatchObject({
      trigger_file: '/t',
      standby_mode: 'on',
    })
  })

  it('asks before it cuts connections, deletes what others made, or what became a primary', () => {
    expect(reasonsOf(reclone({ server: { clientConnections: 1 } }))).toEqual(['cuts-connections'])
    expect(reasonsOf(reclone({ entry: { origin: 'adopted' } }))).toEqual(['loses-data'])
    expect(reasonsOf(reclone({ facts: { role: 'primary' } }))).toEqual(['loses-data'])
  })

  it('changes configuration that lies elsewhere where it stands', () => {
    const configFile = '/etc/postgresql/15/copy/postgresql.conf'
    const plan = reclone({ entry: { origin: 'adopted', configFile } })
    expect(kindsOf(plan)).not.toContain('copy-configuration')
    expect(stepsOfKind(plan, 'configure')[0]).toMatchObject({ file: configFile, inCopy: false })
    expect(reasonsOf(plan)).toEqual(['touches-foreign-files', 'loses-data'])
  })

  it('is refused as the state of things has it', () => {
    expect(refused(worldWith([primaryFacts(name)]), 'reclone', { name }).code).toBe('no-upstream')
    expect(refused(pairOf({}, { facts: { foreignOwner: 'x' } }), 'reclone', { name }).code).toBe(
      'foreign-owner',
    )
    const stopped = worldWith([primaryFacts('main', { server: null }), standbyFacts(name, 'main')])
    expect(refused(stopped, 'reclone', { name }).code).toBe('instance-not-running')
    const { dataDir } = standbyFacts(name, 'main').entry
    for (const left of [`${dataDir}.partial`, `${dataDir}.old`]) {
      const world = { ...pairOf(), paths: { [left]: { kind: 'directory' as const } } }
      expect(refused(world, 'reclone', { name }).code).toBe('leftover-in-the-way')
    }
    const full = { ...pairOf(), paths: { [`${dataDir}.partial`]: { freeBytes: 1 } } }
    expect(refused(full, 'reclone', { name }).code).toBe('disk-too-full')
    const restore = { value: 'curl -u u:geheim x/%f', file: '/d/recovery.conf', source: 'recovery' as const }
    const conninfo = { ...restore, value: 'password=geheim' }
    const withSecret = (settings: Readonly<Record<string, typeof restore>>) =>
      pairOf({}, { facts: { settings } })
    expect(refused(withSecret({ restore_command: restore }), 'reclone', { name })).toMatchObject({
      code: 'secret-in-setting',
      params: { setting: 'restore_command' },
    })
    // This one is made anew.
    expect(kindsOf(planned(withSecret({ primary_conninfo: conninfo }), 'reclone', { name }))).toContain(
      'base-backup',
    )
  })
})
