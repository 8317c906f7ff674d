import { describe, expect, it } from 'vitest'
import {
  absentPath,
  binDirOf,
  home,
  kindsOf,
  planned,
  primaryFacts,
  refused,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const dataDir = `${home}/instances/main/data`
const empty = worldWith()
const other = primaryFacts('other')

describe('create', () => {
  it('makes, configures and starts a primary, and remembers it last', () => {
    const plan = planned(empty, 'create', { name: 'main', pg: '15' })
    expect(kindsOf(plan)).toEqual([
      'create-directory',
      'write-passfile',
      'initdb',
      'configure',
      'add-hba-rules',
      'start-server',
      'replication-role',
      'catalogue',
    ])
    expect(plan.steps.every(({ undo }) => undo === 'inverse')).toBe(true)
    expect(plan.confirmations).toEqual([])
    expect(plan.assumes).toEqual([
      { kind: 'name-free', name: 'main' },
      { kind: 'port-free', port: 5432 },
      { kind: 'path-absent', path: dataDir },
    ])
    expect(stepsOfKind(plan, 'configure')[0]).toMatchObject({
      file: `${dataDir}/postgresql.conf`,
      settings: { listen_addresses: '127.0.0.1', port: '5432', wal_level: 'replica', cluster_name: 'main' },
      live: false,
    })
    expect(stepsOfKind(plan, 'initdb')[0]).toMatchObject({
      locale: 'C',
      checksums: true,
      auth: 'scram-sha-256',
    })
    expect(stepsOfKind(plan, 'add-hba-rules')[0]?.rules.map(({ address }) => address)).toEqual([
      '127.0.0.1/32',
      '::1/128',
    ])
  })

  it.each([
    { pg: '12', kept: { wal_keep_segments: '8' }, capped: false },
    { pg: '13', kept: { wal_keep_size: '128MB' }, capped: true },
    { pg: '18', kept: { wal_keep_size: '128MB' }, capped: true },
  ])('keeps WAL in the words of $pg', ({ pg, kept, capped }) => {
    const [step] = stepsOfKind(planned(empty, 'create', { name: 'main', pg }), 'configure')
    expect(step?.settings).toMatchObject(kept)
    expect('max_slot_wal_keep_size' in (step?.settings ?? {})).toBe(capped)
  })

  it('takes the newest supported major, the first free port, and no socket but on Windows', () => {
    const plan = planned(worldWith([other], { majors: [15, 18, 19] }), 'create', { name: 'main' })
    expect(plan.targets['main']).toMatchObject({ major: 18, port: 5433, binDir: binDirOf(18) })
    expect(stepsOfKind(plan, 'configure')[0]?.settings).toHaveProperty('unix_socket_directories')
    const onWindows = planned(worldWith([], { platform: 'win32' }), 'create', { name: 'main' })
    expect(stepsOfKind(onWindows, 'configure')[0]?.settings).not.toHaveProperty('unix_socket_directories')
  })

  it('lets settings of the user win, in any case of letters', () => {
    const plan = planned(empty, 'create', {
      name: 'main',
      settings: { Listen_Addresses: '*', work_mem: '8MB' },
    })
    expect(stepsOfKind(plan, 'configure')[0]?.settings).toMatchObject({
      listen_addresses: '*',
      work_mem: '8MB',
    })
  })

  it.each(['9.3', '9.4', '9.5', '9.6', '19'])('is refused for %s, installed or not', (pg) => {
    const majors = { majors: [Number(pg), 15] }
    expect(refused(worldWith([], majors), 'create', { name: 'main', pg }).code).toBe('major-not-supported')
    expect(refused(worldWith(), 'create', { name: 'main', pg }).code).toBe('major-not-supported')
    const params = { name: 'main', pg: binDirOf(Number(pg)) }
    expect(refused(worldWith([], majors), 'create', params).code).toBe('major-not-supported')
  })

  it.each([
    ['unknown-major', { pg: '8' }],
    ['unknown-major', { pg: 'latest' }],
    ['not-an-installation', { pg: '/opt/nothing' }],
    ['unknown-setting-like', { settings: { wrok_mem: '1MB' } }],
    ['unknown-setting', { settings: { server_version: '1' } }],
    ['secret-in-setting', { settings: { primary_conninfo: 'host=a password=b' } }],
    ['setting-is-decided', { settings: { Port: '7000' } }],
    ['setting-is-decided', { settings: { data_directory: '/x' } }],
    ['path-not-safe', { dataDir: '/srv/$HOME' }],
    ['path-not-safe', { dataDir: '/srv/a"b' }],
    ['path-not-safe', { dataDir: '/srv/a`b' }],
  ])('is refused as %s with %o', (code, params) => {
    expect(refused(empty, 'create', { name: 'main', ...params }).code).toBe(code)
  })

  it.each([
    ['data-directory-is-cluster', { kind: 'directory', pgVersion: 15 }],
    ['path-is-file', { kind: 'file' }],
    ['data-directory-not-empty', { kind: 'directory' }],
    ['inside-data-directory', { insideDataDirectory: '/srv/other' }],
    ['read-only-disk', { readOnlyFileSystem: true, parentWritable: false }],
    ['path-not-writable', { parentWritable: false }],
    ['path-not-writable', { kind: 'unreadable' }],
    ['disk-too-full', { freeBytes: 1_000_000 }],
    ['data-directory-of-instance', { realPath: other.entry.dataDir }],
  ] as const)('is refused as %s where the folder is %o', (code, facts) => {
    const paths = { [dataDir]: facts }
    expect(refused(worldWith([other], { paths }), 'create', { name: 'main' }).code).toBe(code)
  })

  it.each([
    [home, home],
    [`${home}/journal`, `${home}/journal`],
    [`${home}/journal/x/y`, `${home}/journal`],
    [`${home}/cache/npm`, `${home}/cache`],
    [`${home}/postgres/18.4`, `${home}/postgres`],
    [`${home}/credentials/data`, `${home}/credentials`],
    [`${home}/instances`, `${home}/instances`],
    [`${home}/instances/other`, `${home}/instances/other`],
    [`${home}/instances/other/data2`, `${home}/instances/other`],
    [`${home}/instances/main`, `${home}/instances/main`],
    [`${home}/instances/main/log`, `${home}/instances/main/log`],
    [`${home}/instances/main/tablespaces/1`, `${home}/instances/main/tablespaces`],
  ])('is refused in the folder %s of the program', (wanted, place) => {
    const params = { name: 'main', dataDir: wanted }
    expect(refused(worldWith([other]), 'create', params)).toMatchObject({
      code: 'data-directory-in-home',
      params: { path: wanted, place },
    })
    const linked = { ...absentPath('/srv/link'), realPath: wanted }
    const throughLink = worldWith([other], { paths: { '/srv/link': linked } })
    expect(refused(throughLink, 'create', { ...params, dataDir: '/srv/link' }).params).toMatchObject({
      place,
    })
    const cloned = { source: 'other', name: 'main', dataDir: wanted }
    expect(refused(worldWith([other]), 'clone', cloned).code).toBe('data-directory-in-home')
  })

  it.each([
    `${home}/instances/main/data`,
    `${home}/instances/main/elsewhere`,
    `${home}-more/data`,
    '/srv/pgtandem',
  ])('may be made at %s', (wanted) => {
    expect(planned(worldWith([other]), 'create', { name: 'main', dataDir: wanted }).steps).toHaveLength(8)
  })

  it('knows its own folders in any spelling that Windows takes for the same', () => {
    const windows = worldWith([], { platform: 'win32' })
    const { code } = refused(windows, 'create', { name: 'main', dataDir: home.toUpperCase() + '/Journal/a' })
    expect(code).toBe('data-directory-in-home')
  })

  it('goes into an empty folder, and where free space is not known', () => {
    const paths = { [dataDir]: { ...absentPath(dataDir), kind: 'empty-directory' as const, freeBytes: null } }
    expect(planned(worldWith([], { paths }), 'create', { name: 'main' }).steps).toHaveLength(8)
  })

  it.each([
    ['port-claimed', 5432, {}, { name: 'other' }],
    ['port-taken', 6000, { 6000: { state: 'taken', holder: 'node (77)' } }, { holder: 'node (77)' }],
    ['port-in-use', 6000, { 6000: { state: 'taken', holder: null } }, {}],
    ['port-reserved', 80, { 80: { state: 'reserved' } }, {}],
  ] as const)('is refused as %s for port %i', (code, port, ports, params) => {
    const refusal = refused(worldWith([other], { ports }), 'create', { name: 'main', port })
    expect(refusal).toMatchObject({ code, params: { port, ...params } })
  })

  it('is refused without a free port and without programs', () => {
    expect(refused(worldWith([], { freePorts: [] }), 'create', { name: 'main' }).code).toBe('no-free-port')
    expect(refused(worldWith([], { majors: [] }), 'create', { name: 'main' }).code).toBe('no-installation')
    expect(refused(worldWith([], { majors: [9.6, 19] }), 'create', { name: 'main' }).code).toBe(
      'no-installation',
    )
    expect(refused(worldWith([], { majors: [15] }), 'create', { name: 'main', pg: '16' }).code).toBe(
      'major-not-installed',
    )
  })

  it('is refused for a name that is taken, gives the same slot, or is held by a job', () => {
    const world = worldWith([primaryFacts('a-b')])
    expect(refused(world, 'create', { name: 'a-b' }).code).toBe('name-taken')
    expect(refused(world, 'create', { name: 'a_b' })).toMatchObject({
      code: 'name-gives-same-slot',
      params: { other: 'a-b' },
    })
    const job = {
      id: 'j1',
      operation: 'create',
      instances: ['main'],
      canResume: true,
      canUndo: true,
      damaged: null,
    }
    const held = (running: boolean) => worldWith([], { openJobs: [{ ...job, running }] })
    expect(refused(held(true), 'create', { name: 'main' }).code).toBe('instance-busy')
    expect(refused(held(false), 'create', { name: 'main' }).code).toBe('job-unfinished')
  })

  it.each(['', 'Main', '1a', 'a b', 'con', 'com1', 'ä', 'x'.repeat(42), 'a;b'])(
    'has no name like "%s"',
    (name) => {
      expect(() => planned(empty, 'create', { name })).toThrow(/parameters.name/)
    },
  )
})

describe('pair', () => {
  it('is create, then clone from what create will make', () => {
    const plan = planned(empty, 'pair', { name: 'main', pg: '15' })
    expect(kindsOf(plan)).toEqual([
      'create-directory',
      'write-passfile',
      'initdb',
      'configure',
      'add-hba-rules',
      'start-server',
      'replication-role',
      'catalogue',
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
    expect(plan.targets['main-standby']).toMatchObject({ port: 5433 })
    expect(plan.confirmations).toEqual([])
  })

  it('keeps the two ports and names apart', () => {
    const plan = planned(empty, 'pair', { name: 'main', standbyPort: 5432 })
    expect(plan.targets).toMatchObject({ main: { port: 5433 }, 'main-standby': { port: 5432 } })
    expect(refused(empty, 'pair', { name: 'main', standby: 'main' }).code).toBe('name-asked-twice')
    expect(refused(empty, 'pair', { name: 'a-b', standby: 'a_b' }).code).toBe('name-gives-same-slot')
    const same = { name: 'main', port: 6000, standbyPort: 6000 }
    expect(refused(empty, 'pair', same).code).toBe('port-asked-twice')
    expect(refused(empty, 'pair', { name: 'main', pg: '9.6' }).code).toBe('major-not-supported')
  })

  it('shortens a long name for the standby', () => {
    const name = 'x'.repeat(41)
    expect(Object.keys(planned(empty, 'pair', { name }).targets)).toContain(`${'x'.repeat(33)}-standby`)
  })
})
