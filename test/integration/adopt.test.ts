import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../electron/core/plan/plan.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { initByHand, makeGuidePair } from '../helpers/guide-pair.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, startTestServer, stopTestServer, testTarget } from '../helpers/test-server.ts'

const binDir = '/usr/lib/postgresql/15/bin'
const why = existsSync(binDir) ? '' : ' (skipped: no PostgreSQL 15 of Debian here)'

const plansOf = (core: TestCore) => ({
  async plan(operation: string, params: unknown): Promise<Plan> {
    const planned = await core.plan(operation, params)
    if (planned.kind === 'refused') throw new Error(`${planned.code} ${JSON.stringify(planned.params)}`)
    return planned.plan
  },
  async refusal(operation: string, params: unknown): Promise<string> {
    const planned = await core.plan(operation, params)
    return planned.kind === 'refused' ? planned.code : `a plan of ${planned.plan.steps.length} steps`
  },
})

const nothingToClear = (): Promise<unknown> => Promise.resolve()

const reasons = ({ confirmations }: Plan) => confirmations.map(({ reason }) => reason)

describe.skipIf(why !== '')(`a pair made by hand as guide 003 does${why}`, () => {
  let folder = ''
  let clear = nothingToClear
  let core: TestCore
  let master: InstanceTarget
  let slave: InstanceTarget

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    ;({ master, slave } = await makeGuidePair(folder, { major: 15, binDir, port: 24_700 }))
    core = await createTestCore()
  })
  afterAll(async () => {
    await stopTestServer(slave)
    await stopTestServer(master)
    await core.clear()
    await clear()
  })

  it('is adopted running, the standby first, and nothing in it changes', async () => {
    const before = await Promise.all([master, slave].map(({ configFile }) => readFile(configFile, 'utf8')))
    await core.perform('adopt', { name: 'slave1', dataDir: slave.dataDir })
    expect((await core.statusOf('slave1')).upstream).toMatch(/:24700$/)
    const planned = await plansOf(core).plan('adopt', { name: 'master', dataDir: master.dataDir })
    expect(planned.notices.map(({ key }) => key)).toEqual(['notices.own-command'])
    await core.perform('adopt', { name: 'master', dataDir: master.dataDir })
    const after = await Promise.all([master, slave].map(({ configFile }) => readFile(configFile, 'utf8')))
    expect(after).toEqual(before)
    expect(await core.statusOf('master')).toMatchObject({ state: 'running', role: 'primary', port: 24_700 })
    expect(await core.statusOf('slave1')).toMatchObject({
      state: 'running',
      role: 'standby',
      port: 24_701,
      upstream: 'master',
    })
    expect(await plansOf(core).refusal('adopt', { name: 'again', dataDir: master.dataDir })).toBe(
      'data-directory-of-instance',
    )
  })

  it('passes the checks of verify', async () => {
    const { ok, checks } = await core.verify('slave1')
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  it('becomes synchronous and asynchronous again, after a question', async () => {
    const planned = await plansOf(core).plan('synchronous', { standby: 'slave1', on: true })
    expect(reasons(planned)).toEqual(['touches-foreign-files'])
    await core.perform('synchronous', { standby: 'slave1', on: true })
    const sync = `select sync_state from pg_stat_replication`
    expect(await core.ask('master', sync)).toBe('sync')
    await core.perform('synchronous', { standby: 'slave1', on: false })
    expect(await core.ask('master', sync)).toBe('async')
  })

  it('has its configuration changed where it stands, after a question', async () => {
    const settings = { work_mem: '5MB', max_connections: '120' }
    expect(await plansOf(core).refusal('config', { name: 'master', settings })).toBe('standby-needs-it-first')
    const planned = await plansOf(core).plan('config', { name: 'slave1', settings })
    expect(reasons(planned)).toEqual(['touches-foreign-files'])
    expect(planned.notices.map(({ key }) => key)).toEqual(['notices.restart-needed'])
    await core.perform('config', { name: 'slave1', settings: { work_mem: '5MB' } })
    expect(await core.ask('slave1', 'show work_mem')).toBe('5MB')
    const rule = { type: 'host', database: 'all', user: 'guest', address: '127.0.0.1/32', method: 'reject' }
    expect(reasons(await plansOf(core).plan('hba', { name: 'master', rule }))).toEqual([
      'touches-foreign-files',
    ])
    await core.perform('hba', { name: 'master', rule })
    expect(
      await core.ask('master', `select count(*) from pg_hba_file_rules where user_name = '{guest}'`),
    ).toBe('1')
  })

  it('gets its files back when a change of them is refused by the server', async () => {
    const before = await readFile(master.configFile, 'utf8')
    const planned = await plansOf(core).plan('config', { name: 'master', settings: { work_mem: 'plenty' } })
    const outcome = await core.run(planned)
    expect(outcome).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'setting-rejected' },
    })
    expect(await readFile(master.configFile, 'utf8')).toBe(before)
  })

  it('feeds a clone, for which the primary gets a role and a passfile', async () => {
    await core.perform('clone', { source: 'master', name: 'third', port: 24_702 })
    expect((await core.verify('third')).ok).toBe(true)
    expect(await core.ask('third', `select name from test`)).toBe('mophee')
    await core.perform('clone', { source: 'third', name: 'fourth', port: 24_703 })
    expect((await core.verify('fourth')).ok).toBe(true)
    await core.perform('remove', { name: 'fourth', deleteData: true })
    await core.perform('remove', { name: 'third', deleteData: true })
  })

  it('has its standby made again, which deletes the old copy after a question', async () => {
    const planned = await plansOf(core).plan('reclone', { name: 'slave1' })
    expect(reasons(planned)).toContain('loses-data')
    await core.perform('reclone', { name: 'slave1' })
    expect((await core.verify('slave1')).ok).toBe(true)
    expect(await core.ask('slave1', 'show work_mem')).toBe('5MB')
    expect(existsSync(`${slave.dataDir}.old`)).toBe(false)
  })

  it('runs on when it is only forgotten, and is adopted again stopped', async () => {
    const planned = await plansOf(core).plan('remove', { name: 'slave1' })
    expect(planned.steps.map(({ kind }) => kind)).toEqual(['catalogue'])
    await core.perform('stop', { name: 'slave1' })
    await core.perform('remove', { name: 'slave1' })
    await core.perform('adopt', { name: 'slave1', dataDir: slave.dataDir })
    expect(await core.statusOf('slave1')).toMatchObject({
      state: 'stopped',
      role: 'standby',
      upstream: 'master',
    })
    expect(reasons(await plansOf(core).plan('start', { name: 'slave1' }))).toEqual([])
    await core.perform('start', { name: 'slave1' })
    await waitUntil('slave1 streams', async () => (await core.statusOf('slave1')).walReceiver !== null)
  })

  it('is promoted only when its primary is down, and the old one asks before it starts', async () => {
    expect(await plansOf(core).refusal('promote', { name: 'slave1' })).toBe('primary-may-answer')
    await core.perform('stop', { name: 'master' })
    await core.perform('promote', { name: 'slave1' })
    expect(await core.statusOf('slave1')).toMatchObject({ role: 'primary', upstream: null, timeline: 2 })
    expect(reasons(await plansOf(core).plan('start', { name: 'master' }))).toContain('splits-the-pair')
  })
})

describe.skipIf(why !== '')(`a cluster laid out as Debian does${why}`, () => {
  const port = 24_710
  let folder = ''
  let clear = nothingToClear
  let core: TestCore
  let main: InstanceTarget
  let configDir = ''

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    core = await createTestCore()
    const dataDir = path.join(folder, 'var/lib/postgresql/15/main')
    configDir = path.join(folder, 'etc/postgresql/15/main')
    const run = path.join(folder, 'run')
    await mkdir(path.dirname(dataDir), { recursive: true })
    await mkdir(path.join(configDir, 'conf.d'), { recursive: true })
    await mkdir(run)
    await initByHand({ binDir, dataDir })
    for (const file of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf'])
      await rename(path.join(dataDir, file), path.join(configDir, file))
    await writeFile(
      path.join(configDir, 'pg_hba.conf'),
      'local all postgres peer\nlocal all all peer\nhost all all 127.0.0.1/32 scram-sha-256\n' +
        'host all all ::1/128 scram-sha-256\nlocal replication all peer\n' +
        'host replication all 127.0.0.1/32 scram-sha-256\nhost replication all ::1/128 scram-sha-256\n',
    )
    await appendFile(
      path.join(configDir, 'postgresql.conf'),
      `data_directory = '${dataDir}'\nhba_file = '${configDir}/pg_hba.conf'\n` +
        `ident_file = '${configDir}/pg_ident.conf'\nexternal_pid_file = '${run}/15-main.pid'\n` +
        `port = ${port}\nunix_socket_directories = '${run}'\ncluster_name = '15/main'\nfsync = off\ninclude_dir = 'conf.d'\n`,
    )
    await writeFile(path.join(configDir, 'conf.d', 'site.conf'), `listen_addresses = 'localhost'\n`)
    main = {
      ...testTarget(path.dirname(dataDir), 'main', { major: 15, binDir, port }),
      passfile: null,
      host: run,
      configFile: path.join(configDir, 'postgresql.conf'),
    }
    await startTestServer({ ...main, dataDir: configDir, logFile: path.join(folder, 'main.log') })
  })
  afterAll(async () => {
    await core.clear()
    await stopTestServer(main)
    await clear()
  })

  it('is found with its configuration elsewhere and its superuser peer-only', async () => {
    await core.perform('adopt', { name: 'main', dataDir: main.dataDir })
    expect(await core.statusOf('main')).toMatchObject({ state: 'running', role: 'primary', port })
    expect(await core.ask('main', 'show config_file')).toBe(main.configFile)
  })

  it('stops and starts through its configuration folder', async () => {
    await core.perform('stop', { name: 'main' })
    expect((await core.statusOf('main')).state).toBe('stopped')
    await core.perform('start', { name: 'main' })
    expect(await core.ask('main', 'show config_file')).toBe(main.configFile)
  })

  it('is configured in the file that counts', async () => {
    await core.perform('config', { name: 'main', settings: { work_mem: '6MB' } })
    expect(await core.ask('main', 'show work_mem')).toBe('6MB')
    expect(await readFile(main.configFile, 'utf8')).toContain('work_mem = 6MB')
    const rule = { type: 'host', database: 'all', user: 'guest', address: '127.0.0.1/32', method: 'reject' }
    await core.perform('hba', { name: 'main', rule })
    expect(await readFile(path.join(configDir, 'pg_hba.conf'), 'utf8')).toContain('guest')
  })

  it.each(['copy', 'basebackup'] as const)(
    'is cloned by %s into a standby that stands by itself',
    async (method) => {
      const before = await readFile(main.configFile, 'utf8')
      await core.perform('clone', { source: 'main', name: 'twin', port: port + 1, method })
      expect((await core.verify('twin')).ok).toBe(true)
      const file = await core.ask('twin', 'show config_file')
      expect(path.dirname(file ?? '')).toBe(await core.ask('twin', 'show data_directory'))
      const outside = await core.sql('twin', {
        sql: `select name, setting from pg_settings where setting like '${folder}/etc%' or name = 'external_pid_file' and setting <> ''`,
      })
      expect(outside.rows).toEqual([])
      expect(await readFile(main.configFile, 'utf8')).toBe(before)
      await core.perform('restart', { name: 'twin' })
      await core.perform('remove', { name: 'twin', deleteData: true })
      expect(await core.ask('main', 'select count(*) from pg_replication_slots')).toBe('0')
    },
  )

  it('has a standby with its configuration elsewhere made again, and that stays where it is', async () => {
    await core.perform('clone', { source: 'main', name: 'twin', port: port + 1 })
    const dataDir = (await core.ask('twin', 'show data_directory')) ?? ''
    await core.perform('stop', { name: 'twin' })
    await core.perform('remove', { name: 'twin' })
    const elsewhere = path.join(folder, 'etc/postgresql/15/twin')
    await mkdir(elsewhere)
    for (const file of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf', 'conf.d'])
      await rename(path.join(dataDir, file), path.join(elsewhere, file))
    const configFile = path.join(elsewhere, 'postgresql.conf')
    await appendFile(
      configFile,
      `data_directory = '${dataDir}'\nhba_file = '${elsewhere}/pg_hba.conf'\nident_file = '${elsewhere}/pg_ident.conf'\nwork_mem = 7MB\n`,
    )
    await core.perform('adopt', { name: 'twin', dataDir, configFile })
    expect(await core.statusOf('twin')).toMatchObject({ state: 'stopped', role: 'standby', upstream: 'main' })
    const planned = await plansOf(core).plan('reclone', { name: 'twin' })
    expect(reasons(planned)).toEqual(['touches-foreign-files', 'loses-data'])
    await core.perform('reclone', { name: 'twin' })
    expect((await core.verify('twin')).ok).toBe(true)
    expect(await core.ask('twin', 'show config_file')).toBe(configFile)
    expect(await core.ask('twin', 'show work_mem')).toBe('7MB')
    await core.perform('remove', { name: 'twin', deleteData: true })
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe.skipIf(why !== '')(`a stopped server that runs commands of its own${why}`, () => {
  it('names them before its first start, and is trusted afterwards', async () => {
    const { folder, clear } = await makeTestFolder()
    const core = await createTestCore()
    const target = testTarget(folder, 'own', { major: 15, binDir, port: 24_720 })
    try {
      await initByHand(target)
      await appendFile(
        target.configFile,
        `port = 24720\nunix_socket_directories = ''\narchive_mode = on\narchive_command = 'true %p'\nshared_preload_libraries = 'auto_explain'\n`,
      )
      await core.perform('adopt', { name: 'own', dataDir: target.dataDir })
      const { confirmations } = await plansOf(core).plan('start', { name: 'own' })
      expect(confirmations).toMatchObject([
        {
          reason: 'runs-its-commands',
          text: {
            params: { commands: 'archive_command = true %p; shared_preload_libraries = auto_explain' },
          },
        },
      ])
      await core.perform('start', { name: 'own' })
      await core.perform('stop', { name: 'own' })
      expect(reasons(await plansOf(core).plan('start', { name: 'own' }))).toEqual([])
    } finally {
      await core.clear()
      await clear()
    }
  })
})

describe.skipIf(why !== '')(`tablespaces${why}`, () => {
  it('get a folder of their own in a clone, and one folder for two servers is found out', async () => {
    const { folder, clear } = await makeTestFolder()
    const core = await createTestCore()
    const space = path.join(folder, 'space')
    const shared = path.join(folder, 'shared')
    try {
      await mkdir(space, { mode: 0o700 })
      await mkdir(shared, { mode: 0o700 })
      await core.perform('create', { name: 'one', port: 24_730, pg: binDir })
      await core.sql('one', { sql: `create tablespace apart location '${space}'` })
      await core.sql('one', { sql: 'create table far (id int) tablespace apart' })
      await core.sql('one', { sql: 'insert into far values (7)' })
      await core.perform('clone', { source: 'one', name: 'two', port: 24_731 })
      await core.waitUntilCaughtUp('two', 'one')
      expect(await core.ask('two', 'select id from far')).toBe('7')
      const where = `select pg_tablespace_location(oid) from pg_tablespace where spcname = 'apart'`
      expect(await core.ask('two', where)).not.toBe(space)
      const codes = async (name: string) => (await core.statusOf(name)).findings.map(({ code }) => code)
      expect(await codes('two')).not.toContain('tablespace-shared')

      await core.sql('one', { sql: `create tablespace common location '${shared}'` })
      await core.waitUntilCaughtUp('two', 'one')
      const { findings } = await core.statusOf('two')
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'tablespace-shared', severity: 'error' }),
      )
      await core.perform('remove', { name: 'two', deleteData: true })
      expect(existsSync(space)).toBe(true)
      expect(await readdir(shared)).toHaveLength(1)
    } finally {
      await core.clear()
      await clear()
    }
  })
})
