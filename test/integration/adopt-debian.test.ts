import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { initByHand } from '../helpers/guide-pair.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { makeTestFolder, startTestServer, stopTestServer, testTarget } from '../helpers/test-server.ts'

const nothingToClear = (): Promise<unknown> => Promise.resolve()

describe.skipIf(whyNoDebian !== '')(`a cluster laid out as Debian does${whyNoDebian}`, () => {
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
    await initByHand({ binDir: debianBinDir, dataDir })
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
      ...testTarget(path.dirname(dataDir), 'main', { major: 15, binDir: debianBinDir, port }),
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
    expect(reasonsOf(planned)).toEqual(['touches-foreign-files', 'loses-data'])
    await core.perform('reclone', { name: 'twin' })
    expect((await core.verify('twin')).ok).toBe(true)
    expect(await core.ask('twin', 'show config_file')).toBe(configFile)
    expect(await core.ask('twin', 'show work_mem')).toBe('7MB')
    await core.perform('remove', { name: 'twin', deleteData: true })
    expect(existsSync(dataDir)).toBe(false)
  })
})
