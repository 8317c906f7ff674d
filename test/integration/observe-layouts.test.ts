import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { observeInstance } from '../../electron/core/instances/observe-instance.ts'
import { readServerFacts } from '../../electron/core/instances/observe-server.ts'
import { observeState } from '../../electron/core/instances/observe-state.ts'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { pidOf, worldOf } from '../helpers/observed-world.ts'
import { testEntry, waitUntil } from '../helpers/test-pair.ts'
import {
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const nothingToClear = (): Promise<unknown> => Promise.resolve()

describe.each(testInstallations)('one server of PostgreSQL $major', ({ major, binDir }) => {
  const port = 26_302 + major * 4
  let folder = ''
  let clear = nothingToClear
  let target: InstanceTarget

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    target = testTarget(folder, 'solo', { major, binDir, port })
    await initTestServer(target)
  })
  afterAll(async () => {
    await stopTestServer(target).catch(() => undefined)
    await clear()
  })

  it('lists tablespaces', async () => {
    const location = path.join(folder, 'space one')
    await mkdir(location)
    await startTestServer(target)
    await withSession(target, {}, async (session) => {
      await session.query(`create tablespace extra location '${location}'`)
      expect(await readServerFacts(target, major)).toMatchObject({
        facts: { tablespaces: [{ oid: expect.any(Number), name: 'extra', location }] },
      })
    })
    await stopTestServer(target)
  })

  it('is found with its configuration elsewhere, as on Debian', async () => {
    const etc = path.join(folder, 'etc')
    await mkdir(etc)
    for (const name of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf'])
      await rename(path.join(target.dataDir, name), path.join(etc, name))
    const configFile = path.join(etc, 'postgresql.conf')
    const text = await readFile(configFile, 'utf8')
    const more = `data_directory = '${target.dataDir}'\nhba_file = '${etc}/pg_hba.conf'\narchive_mode = on\narchive_command = 'true'\n`
    await writeFile(configFile, text + more + `unix_socket_directories = '${folder}'\n`)
    await writeFile(
      path.join(etc, 'pg_hba.conf'),
      'local all all peer\nhost all all 127.0.0.1/32 scram-sha-256\n',
    )
    await startTestServer({ ...target, dataDir: etc })
    const entry = { ...testEntry(target, null), configFile }
    const facts = await observeInstance(entry, [], { deep: true })
    expect(facts).toMatchObject({
      state: 'running',
      target: { port, configFile, hbaFile: path.join(etc, 'pg_hba.conf') },
      ownCommands: [{ setting: 'archive_command', value: 'true' }],
    })
    const candidate = { name: 'deb', dataDir: target.dataDir }
    const adopted = (await worldOf(path.join(folder, 'home'), [], { candidate })).candidate
    expect(adopted).toMatchObject({
      found: 'data-directory',
      access: 'socket',
      instance: { server: { superuser: true }, entry: { configFile, binDir, host: folder } },
      ownCommands: [{ setting: 'archive_command', value: 'true', file: configFile }],
    })
    const versionFile = path.join(target.dataDir, 'PG_VERSION')
    await chmod(versionFile, 0)
    const closed = await observeInstance(entry, [], { deep: true })
    await chmod(versionFile, 0o600)
    expect(closed).toMatchObject({
      state: 'running',
      role: 'primary',
      filesReadable: false,
      systemIdentifier: facts.systemIdentifier,
      target: { major, port, configFile, hbaFile: path.join(etc, 'pg_hba.conf') },
    })
    await stopTestServer(target)
    const stopped = (await worldOf(path.join(folder, 'home'), [], { candidate })).candidate
    expect(stopped).toMatchObject({
      access: 'expected-socket',
      instance: { state: 'stopped', role: 'primary' },
    })
  })

  it('is dead as a zombie that nobody reaps', async () => {
    const parent = spawn(
      'sh',
      [
        '-c',
        `'${path.join(binDir, 'postgres')}' -D '${path.join(folder, 'etc')}' >'${target.logFile}' 2>&1 & exec sleep 60`,
      ],
      { stdio: 'ignore' },
    )
    try {
      const entry = { ...testEntry(target, null), configFile: path.join(folder, 'etc', 'postgresql.conf') }
      await waitUntil('it runs', async () => (await observeState(entry)).state === 'running')
      const pid = await pidOf(target)
      process.kill(pid, 'SIGKILL')
      await waitUntil('it is a zombie', async () =>
        (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).includes(') Z '),
      )
      expect(await observeState(entry)).toMatchObject({ state: 'crashed', pid: null })
    } finally {
      parent.kill('SIGKILL')
    }
  })
})
