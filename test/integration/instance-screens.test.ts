import { createHash } from 'node:crypto'
import { appendFile, chmod, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collect } from '../helpers/collect.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import {
  makeTestFolder,
  initTestServer,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const [installation] = testInstallations
if (installation === undefined) throw new Error('no installation to test with')
const { binDir, major } = installation

let core: TestCore
const place = await makeTestFolder()
const stranger = testTarget(place.folder, 'stranger', { major, binDir, port: 23_305 })

beforeAll(async () => {
  core = await createTestCore([binDir])
  await core.perform('create', { name: 'alpha', port: 23_300, pg: binDir, settings: quickSettings })
  await core.perform('clone', { source: 'alpha', name: 'beta', port: 23_301, method: 'copy' })
  await core.perform('create', { name: 'gamma', port: 23_302, pg: binDir, settings: quickSettings })
  await core.perform('stop', { name: 'gamma' })
})

afterAll(async () => {
  await stopTestServer(stranger)
  await core.clear()
  await place.clear()
})

describe('readings', () => {
  test('facts are told by the server, and of a stopped one by its files', async () => {
    const visitor = new Client(
      (await core.connectionStrings('alpha', true)).strings.find(({ id }) => id === 'url')?.text,
    )
    await visitor.connect()
    const facts = await core.readFacts('alpha')
    await visitor.end()
    expect(facts).toMatchObject({
      connections: 1,
      dataChecksums: (await core.ask('alpha', 'show data_checksums')) === 'on',
      hbaFile: await core.ask('alpha', 'show hba_file'),
    })
    const bytes = Number(await core.ask('alpha', 'select sum(pg_database_size(oid)) from pg_database'))
    // A server at rest writes a little, too.
    expect(Math.abs((facts.sizeBytes ?? 0) - bytes)).toBeLessThan(bytes / 100)
    const ageMs = Date.now() - Date.parse(facts.startedAt ?? '')
    expect(ageMs).toBeGreaterThan(0)
    expect(ageMs).toBeLessThan(600_000)
    expect(facts.tools).toContain('initdb')
    const stopped = await core.readFacts('gamma')
    expect(stopped).toMatchObject({ startedAt: null, connections: null, dataChecksums: facts.dataChecksums })
    expect(stopped.sizeBytes).toBeGreaterThan(1_000_000)
    await expect(core.readFacts('nobody')).rejects.toMatchObject({ code: 'unknown-instance' })
  })

  test('connection strings connect, and a pair has those that name both', async () => {
    const hidden = await core.connectionStrings('beta', false)
    expect(hidden.hasPassword).toBe(true)
    const { strings } = await core.connectionStrings('beta', true)
    const textOf = (id: string): string => strings.find((one) => one.id === id)?.text ?? ''
    const password = new URL(textOf('url')).password
    expect(password).not.toBe('')
    for (const { text } of hidden.strings) expect(text).not.toContain(password)
    expect(textOf('multi-host-write')).toMatch(/:23300,127\.0\.0\.1:23301\//)
    expect(textOf('multi-host-read')).toMatch(/:23301,127\.0\.0\.1:23300\/.*prefer-standby$/)
    const alone = await core.connectionStrings('gamma', false)
    expect(alone.strings.filter(({ id }) => id.startsWith('multi-host'))).toEqual([])
  })

  test('processes have roles; one that does not run has none', async () => {
    const roles = async () => (await core.readProcesses('alpha')).map(({ role }) => role)
    expect(await roles()).toEqual(expect.arrayContaining(['wal-sender', 'checkpointer']))
    // One that has just been forked has no title yet.
    await waitUntil('all have a role', async () => !(await roles()).includes('unknown'))
    expect(await core.readProcesses('gamma')).toEqual([])
  })

  test('files are read as they are, and say when they cannot be edited', async () => {
    const hba = await core.readConfigurationFile('alpha', 'pg_hba.conf')
    expect(hba.text).toBe(await readFile(hba.path, 'utf8'))
    expect(hba.readOnly).toBeNull()
    const closed = await core.readConfigurationFile('gamma', 'pg_hba.conf')
    await chmod(closed.path, 0o400)
    expect(await core.readConfigurationFile('gamma', 'pg_hba.conf')).toEqual({
      ...closed,
      readOnly: { code: 'path-not-writable', params: { path: closed.path } },
    })
    await chmod(closed.path, 0o600)
    expect(await core.readConfigurationFile('alpha', 'recovery.conf')).toMatchObject({ text: null })
  })

  test('sql answers with rows and how many were left out, or with the refusal', async () => {
    const many = await core.answerSql('alpha', {
      sql: 'select 1; select i, null from generate_series(1, 300000) i',
      maxRows: 3,
    })
    expect(many).toMatchObject({
      kind: 'result',
      command: 'SELECT',
      rows: [
        ['1', null],
        ['2', null],
        ['3', null],
      ],
      rowCount: 300_000,
      more: 299_997,
    })
    expect(await core.answerSql('beta', { sql: 'create table t ()', maxRows: 1 })).toMatchObject({
      kind: 'failed',
      sqlstate: '25006',
      message: 'cannot execute CREATE TABLE in a read-only transaction',
    })
    await expect(core.answerSql('gamma', { sql: 'select 1', maxRows: 1 })).rejects.toMatchObject({
      code: 'server-unreachable',
    })
    await expect(
      core.answerSql('alpha', { sql: 'select 1', maxRows: 1, database: 'nosuch' }),
    ).rejects.toMatchObject({ code: 'database-missing' })
  })

  test('a stranger that runs is found, our own instances are not', async () => {
    await initTestServer(stranger)
    await startTestServer(stranger)
    const lists = await collect(core.discover(new AbortController().signal))
    const found = lists.at(-1) ?? []
    expect(found.find(({ dataDir }) => dataDir === stranger.dataDir)).toMatchObject({
      version: String(major),
      port: 23_305,
      running: true,
      source: 'process',
    })
    const own = await realpath(path.join(core.home, 'instances'))
    expect(found.filter(({ dataDir }) => dataDir.startsWith(own))).toEqual([])
  })
})

describe('edit', () => {
  type File = 'postgresql.conf' | 'pg_hba.conf'
  const load = async (name: string, file: File) => {
    const { path: at, text } = await core.readConfigurationFile(name, file)
    return { at, baseText: text ?? '' }
  }
  const editWith = async (name: string, file: File, more: string, reload = true) => {
    const { at, baseText } = await load(name, file)
    const planned = await core.plan('edit', { name, file, baseText, text: baseText + more, reload })
    if (planned.kind === 'refused') throw new Error(`${planned.code} ${JSON.stringify(planned.params)}`)
    return { at, baseText, plan: planned.plan }
  }

  test('is written, accepted and reloaded; the preview shows the lines', async () => {
    const { at, baseText, plan } = await editWith(
      'alpha',
      'postgresql.conf',
      "work_mem = '7MB'\nmax_connections = 90\n",
    )
    const preview = await core.preview(plan)
    expect(preview.steps[0]?.changes[0]?.diff).toContain("+work_mem = '7MB'")
    expect(preview.steps[0]?.commands.sh).toContain("work_mem = '7MB'")
    expect(plan.notices.map(({ key }) => key)).toEqual(['notices.restart-needed'])
    expect(await core.run(plan)).toMatchObject({ state: 'done' })
    expect(await readFile(at, 'utf8')).toBe(`${baseText}work_mem = '7MB'\nmax_connections = 90\n`)
    await waitUntil('the new value', async () => (await core.ask('alpha', 'show work_mem')) === '7MB')
  })

  test.for([
    ['a value', "work_mem = 'much'\n", /work_mem = 'much'/],
    ['a value that would need a restart', "shared_buffers = 'much'\n", /shared_buffers/],
    ['a name', 'no_such_setting = 1\n', /no_such_setting/],
    ['a line', 'this is no setting\n', /syntax error/],
  ] as const)('%s that the server refuses is taken back', async ([, more, reason]) => {
    const { at, baseText, plan } = await editWith('alpha', 'postgresql.conf', more)
    const outcome = await core.run(plan)
    expect(outcome).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'conf-line-rejected' },
    })
    if (outcome.state !== 'failed') throw new Error(outcome.state)
    expect(outcome.error.params['line']).toBe(String(baseText.split('\n').length))
    expect(outcome.error.params['reason']).toMatch(reason)
    expect(await readFile(at, 'utf8')).toBe(baseText)
  })

  test('a rule that the server refuses is taken back, one that it accepts stays', async () => {
    const bad = await editWith('beta', 'pg_hba.conf', 'host all all 127.0.0.1/32 nosuch\n')
    expect(await core.run(bad.plan)).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'hba-rejected' },
    })
    expect(await readFile(bad.at, 'utf8')).toBe(bad.baseText)
    const good = await editWith('beta', 'pg_hba.conf', 'host all someone 192.0.2.0/24 scram-sha-256\n')
    expect(await core.run(good.plan)).toMatchObject({ state: 'done' })
    const rules = `select count(*) from pg_hba_file_rules where 'someone' = any(user_name)`
    expect(await core.ask('beta', rules)).toBe('1')
  })

  test('of a stopped server is judged by its program', async () => {
    const bad = await editWith('gamma', 'postgresql.conf', 'no_such_setting = 1\n')
    expect(await core.run(bad.plan)).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'setting-rejected', params: { reason: expect.stringContaining('no_such_setting') } },
    })
    expect(await readFile(bad.at, 'utf8')).toBe(bad.baseText)
    const good = await editWith('gamma', 'postgresql.conf', "work_mem = '7MB'\n")
    expect(await core.run(good.plan)).toMatchObject({ state: 'done' })
  })

  test('keeps a file of another encoding and its line ends', async () => {
    const { at } = await load('gamma', 'postgresql.conf')
    const original = await readFile(at)
    const gbk = Buffer.concat([Buffer.from([0x23, 0xd6, 0xd0, 0xce, 0xc4, 0x0d, 0x0a]), original])
    await writeFile(at, gbk)
    const { baseText } = await load('gamma', 'postgresql.conf')
    await core.perform('edit', {
      name: 'gamma',
      file: 'postgresql.conf',
      baseText,
      text: `${baseText.replaceAll('\r', '')}# 新\n`,
    })
    expect(await readFile(at)).toEqual(Buffer.concat([gbk, Buffer.from('# 新\r\n')]))
    await writeFile(at, original)
  })

  test('of a file that someone else changed is refused, before and in the run', async () => {
    const { at, baseText, plan } = await editWith('alpha', 'postgresql.conf', "work_mem = '9MB'\n")
    await appendFile(at, '# someone else\n')
    expect(await core.run(plan)).toMatchObject({
      state: 'changed-world',
      planned: { code: 'file-changed-meanwhile' },
    })
    expect(await readFile(at, 'utf8')).toBe(`${baseText}# someone else\n`)
  })

  test('leaves no password in the journal, and puts it back where it was', async () => {
    const { at } = await load('gamma', 'postgresql.conf')
    await appendFile(at, "primary_conninfo = 'host=127.0.0.1 password=hunter2'\n")
    const { baseText } = await load('gamma', 'postgresql.conf')
    const without = baseText.replace(/^primary_conninfo.*\n/m, '')
    const edit = { name: 'gamma', file: 'postgresql.conf', baseText }
    const bad = await core.plan('edit', { ...edit, text: `${without}no_such_setting = 1\n` })
    if (bad.kind === 'refused') throw new Error(bad.code)
    expect(await core.run(bad.plan)).toMatchObject({ state: 'failed', aftermath: 'undone' })
    expect(await readFile(at, 'utf8')).toBe(baseText)
    await core.perform('edit', { ...edit, text: without })
    const folder = path.join(core.home, 'journal', 'ended')
    const names = await readdir(folder)
    const journals = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
    const hash = createHash('sha256').update(baseText).digest('hex')
    expect(journals.filter((journal) => journal.includes(hash))).toHaveLength(2)
    expect(journals.filter((journal) => journal.includes('hunter2'))).toEqual([])
  })
})
