import { appendFile, mkdtemp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findInstallations } from '../../electron/postgres/installations/find-installations.ts'
import type { Installation } from '../../electron/postgres/installations/installation.ts'
import { runInitdb } from '../../electron/postgres/programs/initdb.ts'
import { isUnlistedSetting } from '../../electron/postgres/facts/unlisted-settings.ts'
import { readKnownSettings } from '../../electron/postgres/programs/known-settings.ts'
import { pingServer } from '../../electron/postgres/programs/ping-server.ts'
import { readControlFile, readPgVersion } from '../../electron/postgres/programs/read-data-directory.ts'
import { isServerAlive, readPidFile } from '../../electron/postgres/programs/read-pid-file.ts'
import { promoteServer, reloadServer } from '../../electron/postgres/programs/signal-server.ts'
import { startServer } from '../../electron/postgres/programs/start-server.ts'
import { stopServer } from '../../electron/postgres/programs/stop-server.ts'
import { waitUntil } from '../helpers/wait-until.ts'

let root = ''
let installations: readonly Installation[] = []
let nextPort = 27_100
const made: { binDir: string; dataDir: string }[] = []

const pick = (major: number): Installation => {
  const found = installations.find((installation) => installation.major === major)
  if (!found) throw new Error(`no PostgreSQL ${major} here`)
  return found
}

const make = async (name: string, installation: Installation, checksums = true) => {
  const { binDir, major } = installation
  const dataDir = path.join(root, name, 'data')
  const logFile = path.join(root, name, 'log', 'server.log')
  await mkdir(path.join(root, name), { recursive: true })
  await runInitdb({
    binDir,
    major,
    dataDir,
    checksums,
    user: 'postgres',
    auth: 'trust',
    locale: 'C',
    encoding: 'UTF8',
    noSync: true,
  })
  const port = nextPort++
  const settings = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'fsync = off',
  ]
  await appendFile(path.join(dataDir, 'postgresql.conf'), `\n${settings.join('\n')}\n`)
  made.push({ binDir, dataDir })
  return { binDir, major, dataDir, logFile, port }
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-programs-'))
  const places = {
    home: path.join(root, 'home'),
    programDir: import.meta.dirname,
    env: process.env,
    platform: process.platform,
    arch: process.arch,
  }
  const found = await findInstallations(places)
  installations = found.installations
})

afterAll(async () => {
  for (const place of made) await stopServer(place, { mode: 'immediate', timeoutMs: 30_000 })
  await rm(root, { recursive: true, force: true })
})

const deadline = { deadlineMs: 60_000 }
const fast = { mode: 'fast', timeoutMs: 60_000 } as const

const wholeLife = async (name: string, installation: Installation) => {
  const server = await make(name, installation)
  expect(await readPgVersion(server.dataDir)).toBe(installation.major)
  const started = await startServer(server, deadline)
  expect(started).toMatchObject({ state: 'ready', port: server.port, alreadyRunning: false })
  expect(await isServerAlive(server.dataDir)).toBe(true)
  expect(await pingServer({ host: '127.0.0.1', port: server.port, user: 'postgres' })).toBe('ready')
  expect(await startServer(server, deadline)).toMatchObject({ state: 'ready', alreadyRunning: true })
  expect(await readControlFile(server.dataDir)).toMatchObject({ crcOk: true, checksums: true })
  expect(await reloadServer(server)).toBe('sent')
  // A shutdown that comes at once would go before it.
  const isReloaded = async () => (await readFile(server.logFile, 'utf8')).includes('received SIGHUP')
  await waitUntil('the reload is logged', isReloaded)
  await expect(promoteServer(server)).rejects.toMatchObject({ code: 'program-failed' })
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
  expect(await readPidFile(server.dataDir)).toBeUndefined()
  expect(await stopServer(server, fast)).toEqual({ state: 'not-running' })
  expect(await reloadServer(server)).toBe('not-running')
  return await readFile(server.logFile, 'utf8')
}

describe('a server of its own', () => {
  test('is made, started, reloaded and stopped with the bundled 18', async () => {
    expect(await wholeLife('eighteen', pick(18))).toContain('database system is shut down')
  })

  test('and with the full 15 of a package', async (context) => {
    const full = installations.find(({ major, source }) => major === 15 && source === 'debian')
    if (full === undefined) {
      context.skip('no PostgreSQL 15 of Debian on this machine')
      return
    }
    expect(await wholeLife('fifteen', full)).toContain('database system is shut down')
  })

  test('may live in a folder with an apostrophe, spaces, % and Chinese', async () => {
    expect(await wholeLife("it's 100% 数据 库", pick(18))).toContain('database system is shut down')
  })

  test('is refused in a folder that a shell would misread', async () => {
    const { binDir, major } = pick(18)
    const dataDir = path.join(root, 'a$b')
    const request = { binDir, major, dataDir, logFile: path.join(root, 'x.log') }
    await expect(startServer(request, deadline)).rejects.toMatchObject({ code: 'path-not-safe' })
  })
})

describe('a start that fails', () => {
  test('on a port that is taken says which', async () => {
    const first = await make('first', pick(18))
    const second = await make('second', pick(18))
    expect(await startServer(first, deadline)).toMatchObject({ state: 'ready' })
    await appendFile(path.join(second.dataDir, 'postgresql.conf'), `port = ${first.port}\n`)
    const outcome = await startServer(second, deadline)
    expect(outcome).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('Address already in use'),
    })
    expect(await isServerAlive(second.dataDir)).toBe(false)
    expect(await isServerAlive(first.dataDir)).toBe(true)
  })

  test('says so too when the logging collector took the log', async () => {
    const server = await make('collector', pick(18))
    const taken = [...made].map(({ dataDir }) => dataDir).find((dataDir) => dataDir.includes('first'))
    const port = await readFile(path.join(taken ?? '', 'postmaster.pid'), 'utf8').then(
      (text) => text.split('\n')[3],
    )
    await appendFile(path.join(server.dataDir, 'postgresql.conf'), `port = ${port}\nlogging_collector = on\n`)
    const outcome = await startServer(server, deadline)
    expect(outcome).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('Address already in use'),
    })
  })

  test('with a setting that does not exist quotes the line, in far less than the deadline', async () => {
    const server = await make('mistaken', pick(18))
    await appendFile(path.join(server.dataDir, 'postgresql.conf'), 'no_such_setting = 1\n')
    const before = Date.now()
    expect(await startServer(server, deadline)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('no_such_setting'),
    })
    expect(Date.now() - before).toBeLessThan(30_000)
  })
})

test('a standby that finds no primary is ready, and one that lets nobody in is a standby', async () => {
  const server = await make('lonely', pick(18))
  expect(await startServer(server, deadline)).toMatchObject({ state: 'ready' })
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
  await writeFile(path.join(server.dataDir, 'standby.signal'), '')
  await appendFile(
    path.join(server.dataDir, 'postgresql.conf'),
    "primary_conninfo = 'host=127.0.0.1 port=27099'\n",
  )
  expect(await startServer(server, deadline)).toMatchObject({ state: 'ready' })
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
  expect(await readControlFile(server.dataDir)).toMatchObject({ state: 'shut down in recovery' })
  await appendFile(path.join(server.dataDir, 'postgresql.conf'), 'hot_standby = off\n')
  expect(await startServer(server, deadline)).toMatchObject({ state: 'standby' })
  expect(await promoteServer(server)).toBe('sent')
  await expect
    .poll(async () => pingServer({ host: '127.0.0.1', port: server.port, user: 'postgres' }), {
      timeout: 30_000,
    })
    .toBe('ready')
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
})

test('a server is started from a configuration elsewhere, as Debian keeps it', async () => {
  const server = await make('debian-like', pick(18))
  const configDir = path.join(root, 'etc main')
  await mkdir(configDir)
  const configFile = path.join(configDir, 'postgresql.conf')
  await rename(path.join(server.dataDir, 'postgresql.conf'), configFile)
  await expect(startServer({ ...server, configFile }, deadline)).rejects.toMatchObject({
    code: 'configuration-not-startable',
  })
  const hba = path.join(server.dataDir, 'pg_hba.conf')
  await appendFile(configFile, `data_directory = '${server.dataDir}'\nhba_file = '${hba}'\n`)
  expect(await startServer({ ...server, configFile }, deadline)).toMatchObject({ state: 'ready' })
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
})

test('the settings that an installation knows are told by its server program', async () => {
  const settings = await readKnownSettings(pick(18).binDir)
  expect(settings.get('port')).toMatchObject({ context: 'postmaster', type: 'integer', min: 1, max: 65_535 })
  expect(settings.get('wal_level')).toMatchObject({ type: 'enum', defaultValue: 'replica' })
  expect(settings.has('work_mem')).toBe(true)
  expect(isUnlistedSetting('zero_damaged_pages', 18)).toBe(true)
  expect(isUnlistedSetting('force_parallel_mode', 18)).toBe(false)
  expect(settings.has('wal_keep_segments')).toBe(false)
})

test('a pid file that a crash left is no server, and does not hide the next one', async () => {
  const server = await make('crashed', pick(18))
  const stale = [process.pid, server.dataDir, 1_600_000_000, server.port, '', '127.0.0.1', '', 'ready   ', '']
  await writeFile(path.join(server.dataDir, 'postmaster.pid'), stale.join('\n'))
  expect(await isServerAlive(server.dataDir)).toBe(false)
  expect(await stopServer(server, fast)).toEqual({ state: 'not-running' })
  // The server itself only trusts a pid that is gone: give it one that nobody has.
  await writeFile(path.join(server.dataDir, 'postmaster.pid'), ['4194000', ...stale.slice(1)].join('\n'))
  expect(await startServer(server, deadline)).toMatchObject({ state: 'ready', alreadyRunning: false })
  expect(await stopServer(server, fast)).toEqual({ state: 'stopped' })
})

test('a folder that is linked is one installation', async () => {
  const { binDir } = pick(18)
  const link = path.join(root, 'linked-bin')
  await symlink(binDir, link)
  const places = {
    home: path.join(root, 'home'),
    programDir: import.meta.dirname,
    env: { PATH: link },
    platform: process.platform,
    arch: process.arch,
  }
  const found = await findInstallations(places)
  expect(found.installations.filter((known) => known.binDir === binDir)).toHaveLength(1)
})
