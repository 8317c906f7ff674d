import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { readConfig } from '../../electron/core/readings/config.ts'
import { readLog } from '../../electron/core/readings/logs.ts'
import { readHba } from '../../electron/core/readings/hba.ts'
import { listProcesses } from '../../electron/core/readings/processes.ts'
import { readRecovery } from '../../electron/core/readings/recovery.ts'
import { runSql } from '../../electron/core/readings/sql.ts'
import { observeInstance } from '../../electron/core/monitor/observe-instance.ts'
import { makeTestPair, testEntry, waitUntil } from '../helpers/test-pair.ts'
import { addSettings, makeTestFolder, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const [installation] = testInstallations
if (installation === undefined) throw new Error('no installation to test with')

let primary: InstanceTarget
let standby: InstanceTarget
const place = await makeTestFolder()

beforeAll(async () => {
  ;({ primary, standby } = await makeTestPair(place.folder, { ...installation, port: 27_630 }))
})

afterAll(async () => {
  await stopTestServer(standby)
  await stopTestServer(primary)
  await place.clear()
})

test('settings are told with their line, their value in force, and whether they wait for a restart', async () => {
  await runSql(primary, { sql: 'alter system set max_connections = 77' })
  await runSql(primary, { sql: 'select pg_reload_conf()' })
  await waitUntil('pending', async () => {
    const { settings } = await readConfig(primary)
    return settings.find(({ name }) => name === 'max_connections')?.pendingRestart === true
  })
  const { settings, problems } = await readConfig(primary)
  expect(problems).toEqual([])
  expect(settings.find(({ name }) => name === 'max_connections')).toMatchObject({
    fileValue: '77',
    file: expect.stringMatching(/postgresql\.auto\.conf$/),
    serverValue: '100',
  })
  expect(settings.find(({ name }) => name === 'port')).toMatchObject({ serverValue: String(primary.port) })
})

test('no password of a command or a connection string is told, nor those that the server writes into its log', async () => {
  const before = await readConfig(standby)
  const conninfo = before.settings.find(({ name }) => name === 'primary_conninfo')?.fileValue ?? ''
  await addSettings(standby, {
    primary_conninfo: `${conninfo} sslpassword=geheim keepalives=1`,
    restore_command: 'curl -fu user:geheim https://127.0.0.1:1/%f -o %p',
  })
  await runSql(standby, { sql: 'select pg_reload_conf()' })
  const logged = async (): Promise<readonly string[]> =>
    (await readLog(standby, 200)).lines.filter((line) => line.includes(' changed to '))
  await waitUntil('it has logged both', async () => (await logged()).length >= 2)
  expect((await logged()).join('\n')).toContain('curl -fu user:******** https://127.0.0.1:1/%f')
  expect((await logged()).join('\n')).toContain('sslpassword=******** keepalives=1')
  expect(await readFile(standby.logFile, 'utf8')).toContain('geheim')
  const after = await readConfig(standby)
  expect(JSON.stringify([after, await logged()])).not.toContain('geheim')
})

test('rules and recovery are read from the files', async () => {
  const { lines, problems } = await readHba(primary, 'postgres')
  expect(lines.some(({ kind }) => kind === 'rule')).toBe(true)
  expect(problems).toEqual([])
  const recovery = await readRecovery(standby)
  expect(recovery).toMatchObject({ kind: 'signal-file', standbySignal: true, recoverySignal: false })
})

test('every process of a running pair has a known role', async () => {
  await waitUntil('a walreceiver', async () => {
    const { files } = await observeInstance(testEntry(standby, 'alpha'))
    const processes = await listProcesses(files.pid ?? 0)
    return processes.some(({ role }) => role === 'wal-receiver')
  })
  const { files } = await observeInstance(testEntry(primary, null))
  const list = () => listProcesses(files.pid ?? 0)
  // One that has just been forked has no title of its own yet.
  await waitUntil('all have a role', async () => (await list()).every(({ role }) => role !== 'unknown'))
  // For a moment the walsender of the connection before may be there, too.
  await waitUntil(
    'one walsender',
    async () => (await list()).filter(({ role }) => role === 'wal-sender').length === 1,
  )
  const [first] = await list()
  expect(first).toMatchObject({ pid: files.pid, role: 'postmaster', parentPid: null })
})

test('sql gives the last result as text, with notices, and its sqlstate on failure', async () => {
  const sql = `do $$ begin raise notice 'hello'; end $$; select 1 as one, null as nothing, true as yes`
  expect(await runSql(primary, { sql })).toMatchObject({
    columns: ['one', 'nothing', 'yes'],
    rows: [['1', null, 't']],
    notices: ['NOTICE: hello'],
  })
  await expect(runSql(primary, { sql: 'select 1/0' })).rejects.toMatchObject({
    details: { sqlstate: '22012' },
  })
})
