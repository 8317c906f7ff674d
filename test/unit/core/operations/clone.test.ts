import { describe, expect, it } from 'vitest'
import {
  home,
  type InstanceChanges,
  kindsOf,
  planned,
  primaryFacts,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'
import { cloned, dataDir, params, worldOf } from './cloning/cloned.ts'

const settingsOf = (changes: InstanceChanges = {}, more: object = {}) =>
  stepsOfKind(cloned(changes, more), 'configure').at(-1)?.settings ?? {}

describe('clone', () => {
  it('has the files, the signal file, the settings, the label, the start and both sides in that order', () => {
    const plan = cloned()
    expect(kindsOf(plan)).toEqual([
      'create-directory',
      'write-passfile',
      'slot',
      'base-backup',
      'standby-file',
      'configure',
      'complete-copy',
      'start-server',
      'wait',
      'catalogue',
    ])
    const [backup] = stepsOfKind(plan, 'base-backup')
    expect(backup).toMatchObject({ partialDir: `${dataDir}.partial`, method: 'copy', programDir: null })
    expect(stepsOfKind(plan, 'standby-file')[0]?.file).toBe(`${dataDir}.partial/standby.signal`)
    expect(stepsOfKind(plan, 'configure')[0]?.file).toBe(`${dataDir}.partial/postgresql.conf`)
    expect(stepsOfKind(plan, 'wait')[0]?.condition).toEqual({
      kind: 'streaming',
      upstream: 'main',
      standby: 'copy',
      applicationName: 'copy',
    })
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry).toMatchObject({ upstream: 'main', slot: 'copy' })
    expect(plan.assumes).toContainEqual({ kind: 'slot-absent', instance: 'main', slot: 'copy' })
    expect(plan.confirmations).toEqual([])
  })

  it('is a standby of its own: port, name, conninfo with a passfile, slot', () => {
    const settings = settingsOf()
    expect(settings).toMatchObject({
      port: '5433',
      cluster_name: 'copy',
      hot_standby: 'on',
      listen_addresses: '127.0.0.1',
      primary_slot_name: 'copy',
      recovery_target_timeline: 'latest',
    })
    expect(settings['primary_conninfo']).toMatch(
      /host=127.0.0.1 port=5432 user=replicator passfile=.*application_name=copy/,
    )
    expect(settings['primary_conninfo']).not.toContain('password=')
  })

  it('has options: no slot, delay, application_name, settings', () => {
    const plan = cloned({}, { slot: false })
    expect(kindsOf(plan)).not.toContain('slot')
    expect(settingsOf({}, { slot: false })).not.toHaveProperty('primary_slot_name')
    expect(settingsOf({}, { delay: '5min' })).toMatchObject({ recovery_min_apply_delay: '5min' })
    expect(settingsOf({}, { applicationName: 'x1' })['primary_conninfo']).toContain('application_name=x1')
    expect(settingsOf({}, { settings: { Work_Mem: '9MB' } })).toMatchObject({ work_mem: '9MB' })
  })

  it('waits for commits on it when asked, after it streams', () => {
    const kinds = kindsOf(cloned({}, { sync: true }))
    expect(kinds.slice(-5)).toEqual(['wait', 'configure', 'reload-server', 'wait', 'catalogue'])
  })

  it.each([10, 11])('makes it a standby of %d by recovery.conf, from the sample', (major) => {
    const plan = cloned({ major }, { delay: '1min' })
    const [standby] = stepsOfKind(plan, 'standby-file')
    expect(standby?.file).toBe(`${dataDir}.partial/recovery.conf`)
    expect(standby?.recoveryConf).toMatchObject({
      sample: `/usr/share/postgresql/${major}/recovery.conf.sample`,
      settings: { standby_mode: 'on', primary_slot_name: 'copy', recovery_min_apply_delay: '1min' },
    })
    expect(stepsOfKind(plan, 'configure')[0]?.settings).not.toHaveProperty('primary_conninfo')
  })

  it.each([12, 15, 18])('makes it a standby of %d by standby.signal and settings', (major) => {
    const plan = cloned({ major })
    const [standby] = stepsOfKind(plan, 'standby-file')
    expect(standby).toMatchObject({ file: `${dataDir}.partial/standby.signal`, recoveryConf: null })
    const settings = stepsOfKind(plan, 'configure')[0]?.settings
    expect(settings).toHaveProperty('primary_conninfo')
    expect(settings).not.toHaveProperty('standby_mode')
  })

  it.each([9.3, 9.4, 9.5, 9.6, 19])('is refused for %d', (major) => {
    expect(refused(worldOf({ major }), 'clone', params).code).toBe('major-not-supported')
  })

  it('gives each tablespace a folder of its own', () => {
    const tablespaces = [{ oid: 16_400, name: 'far', location: '/mnt/far' }]
    const [backup] = stepsOfKind(cloned({ server: { tablespaces } }), 'base-backup')
    expect(backup?.tablespaces).toEqual([
      { oid: 16_400, from: '/mnt/far', to: `${home}/instances/copy/tablespaces/16400` },
    ])
    const [elsewhere] = stepsOfKind(
      cloned({ server: { tablespaces } }, { dataDir: '/srv/copy' }),
      'base-backup',
    )
    expect(elsewhere?.tablespaces[0]?.to).toBe('/srv/copy.tablespaces/16400')
  })

  it('chooses the method by what can be read and what is installed', () => {
    const unreadable = { facts: { filesReadable: false } }
    expect(stepsOfKind(cloned(unreadable), 'base-backup')[0]).toMatchObject({
      method: 'basebackup',
      programDir: '/usr/lib/postgresql/15/bin',
      slot: 'copy',
    })
    expect(stepsOfKind(cloned({}, { method: 'basebackup' }), 'base-backup')[0]?.method).toBe('basebackup')
    expect(refused(worldOf(unreadable), 'clone', { ...params, method: 'copy' }).code).toBe(
      'files-not-readable',
    )
    const bare = worldWith([primaryFacts('main', unreadable)], { tools: ['initdb', 'pg_ctl', 'postgres'] })
    expect(refused(bare, 'clone', params).code).toBe('no-pg-basebackup')
    const copyable = worldWith([primaryFacts('main')], { tools: ['initdb', 'pg_ctl', 'postgres'] })
    expect(refused(copyable, 'clone', { ...params, method: 'basebackup' }).code).toBe(
      'no-pg-basebackup-to-copy-with',
    )
  })

  it('clones a standby, whose role can only be made on the primary above', () => {
    const main = primaryFacts('main')
    const first = standbyFacts('first', 'main')
    const plan = planned(worldWith([main, first]), 'clone', { source: 'first', name: 'second' })
    expect(plan.targets).toHaveProperty('main')
    expect(
      refused(worldWith([main, first]), 'clone', { source: 'first', name: 'second', sync: true }).code,
    ).toBe('sync-needs-primary')
    const ignorant = standbyFacts('first', 'main', { server: { roles: [] } })
    const down = primaryFacts('main', { server: null })
    expect(refused(worldWith([down, ignorant]), 'clone', { source: 'first', name: 'second' }).code).toBe(
      'role-needs-primary',
    )
  })

  it.each([
    ['unknown-instance', { source: 'nobody' }],
    ['name-taken', { name: 'main' }],
    ['unknown-setting', { settings: { no_such: '1' } }],
    ['setting-is-decided', { settings: { PORT: '1' } }],
    ['setting-below-primary', { settings: { Max_Connections: '50' } }],
    ['port-asked-twice', { port: 5432 }],
    ['path-not-safe', { dataDir: '/srv/a$b' }],
  ])('is refused as %s with %o', (code, more) => {
    expect(refused(worldOf(), 'clone', { ...params, ...more }).code).toBe(code)
  })

  it.each([
    ['instance-not-running', { server: null }],
    ['instance-not-running', { server: null, facts: { state: 'crashed' } }],
    ['data-directory-missing', { server: null, facts: { state: 'missing' } }],
    [
      'instance-unreachable',
      { server: null, facts: { state: 'unreachable', unreachableBecause: 'wrong-password' } },
    ],
    [
      'slot-exists',
      { server: { slots: [{ name: 'copy', active: false, walStatus: null, retainedBytes: null }] } },
    ],
  ] as const)('is refused as %s when the source is %o', (code, changes) => {
    expect(refused(worldOf(changes as InstanceChanges), 'clone', params).code).toBe(code)
  })

  it('is refused with leftovers in the way, too little room, or a job on the source', () => {
    const main = primaryFacts('main', { facts: { sizeBytes: 3_000_000_000 } })
    const left = { [`${dataDir}.partial`]: { kind: 'directory' as const } }
    expect(refused(worldWith([main], { paths: left }), 'clone', params).code).toBe('leftover-in-the-way')
    const full = { [dataDir]: { freeBytes: 3_000_000_000 } }
    expect(refused(worldWith([main], { paths: full }), 'clone', params).code).toBe('disk-too-full')
    const open = { canResume: false, canUndo: false, damaged: null }
    const openJobs = [{ id: 'j', operation: 'clone', instances: ['main'], running: true, ...open }]
    expect(refused(worldWith([main], { openJobs }), 'clone', params).code).toBe('instance-busy')
  })
})
