import { statSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCatalogue } from '../../electron/core/instances/catalogue.ts'
import { instancePaths } from '../../electron/core/instances/instance-paths.ts'
import { PgTandemError } from '../../shared/errors/pgtandem-error.ts'
import { expectVerified } from '../helpers/major-scenario.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import {
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const [bundled, debian] = testInstallations
if (bundled === undefined) throw new Error('no installation to test with')
const { binDir, major } = bundled
const port = 25_800
const server = { binDir, major, port: port + 9 }

let core: TestCore
let folder = ''
let clearFolder = async (): Promise<void> => undefined
const listener = net.createServer()

beforeAll(async () => {
  const made = await makeTestFolder()
  folder = made.folder
  clearFolder = made.clear
  core = await createTestCore()
  await core.perform('create', { name: 'alpha', port, pg: binDir, settings: quickSettings })
  await initTestServer(testTarget(folder, 'other', server))
  await mkdir(path.join(folder, 'full'))
  await writeFile(path.join(folder, 'full', 'letter.txt'), 'mine')
  await mkdir(path.join(folder, 'closed'), { mode: 0o500 })
  await symlink(path.join(core.home, 'journal'), path.join(folder, 'link'))
  for (const outer of [path.join(core.home, 'journal'), path.join(folder, 'other')]) {
    await mkdir(path.join(outer, 'nested'))
    await writeFile(path.join(outer, 'nested', 'PG_VERSION'), `${major}\n`)
  }
  await new Promise<void>((resolve) => listener.listen(port + 8, '127.0.0.1', resolve))
})

afterAll(async () => {
  listener.close()
  await chmod(path.join(folder, 'closed'), 0o700)
  await core.clear()
  await clearFolder()
})

/** Code and parameters of a refusal, whether it comes as a value or, for a parameter outside its schema, as an error. */
const refusalOf = async (
  operation: string,
  params: unknown,
): Promise<{ readonly code: string; readonly params: object }> => {
  try {
    const planned = await core.plan(operation, params)
    if (planned.kind === 'refused') return { code: planned.code, params: planned.params }
    return { code: 'a plan', params: {} }
  } catch (error) {
    if (error instanceof PgTandemError) return { code: error.code, params: error.params }
    throw error
  }
}

/** Everything in a folder but what a running server writes. */
const listOf = async (top: string): Promise<string[]> =>
  (await readdir(top, { recursive: true }))
    .filter((file) => !/(^|\/)(data|log|pg_wal|base)\/|\.log$/.test(file))
    .sort()

const inFolder = (name: string) => path.join(folder, name)

describe('refused in a clear sentence, and nothing changes', () => {
  const cases: readonly (readonly [
    what: string,
    code: string,
    operation: string,
    params: () => Record<string, unknown>,
  ])[] = [
    ['a port that another program uses', 'port-taken', 'create', () => ({ port: port + 8 })],
    ['a port of another instance', 'port-claimed', 'create', () => ({ port })],
    [
      'a folder that is not empty',
      'data-directory-not-empty',
      'create',
      () => ({ dataDir: inFolder('full') }),
    ],
    ['a file', 'path-is-file', 'create', () => ({ dataDir: inFolder('full/letter.txt') })],
    ['another cluster', 'data-directory-is-cluster', 'create', () => ({ dataDir: inFolder('other') })],
    [
      'inside another cluster',
      'inside-data-directory',
      'create',
      () => ({ dataDir: inFolder('other/base/mine') }),
    ],
    [
      'the folder of another instance',
      'data-directory-of-instance',
      'create',
      () => ({ dataDir: path.join(core.home, 'instances/alpha/data') }),
    ],
    ...(['create', 'clone'] as const).flatMap((operation) =>
      ['journal/x', 'cache/x', 'postgres/x', 'instances/alpha/data2'].map(
        (place) =>
          [
            `a folder that is for something else, ${place}`,
            'data-directory-in-home',
            operation,
            () => ({
              dataDir: path.join(core.home, place),
              ...(operation === 'clone' ? { source: 'alpha' } : {}),
            }),
          ] as const,
      ),
    ),
    ['a link to such a folder', 'data-directory-in-home', 'create', () => ({ dataDir: inFolder('link/x') })],
    [
      'a cluster in such a folder',
      'data-directory-in-home',
      'adopt',
      () => ({ dataDir: path.join(core.home, 'journal/nested') }),
    ],
    [
      'a cluster in another cluster',
      'inside-data-directory',
      'adopt',
      () => ({ dataDir: inFolder('other/nested') }),
    ],
    ['a closed folder', 'path-not-writable', 'create', () => ({ dataDir: inFolder('closed/data') })],
    ['a dollar sign', 'path-not-safe', 'create', () => ({ dataDir: inFolder('a$b') })],
    ['a quote', 'path-not-safe', 'create', () => ({ dataDir: inFolder('a"b') })],
    ['a backtick', 'path-not-safe', 'clone', () => ({ source: 'alpha', dataDir: inFolder('a`b') })],
    ['a relative path', 'invalid-parameter', 'create', () => ({ dataDir: 'data' })],
    ['a name in capitals', 'invalid-parameter', 'create', () => ({ name: 'Beta' })],
    ['a device name', 'invalid-parameter', 'create', () => ({ name: 'con' })],
    ['a name with a path in it', 'invalid-parameter', 'create', () => ({ name: '../beta' })],
    ['the same name twice', 'name-taken', 'create', () => ({ name: 'alpha' })],
    ['an unknown major', 'unknown-major', 'create', () => ({ pg: '42' })],
    ['a major never tried', 'major-not-supported', 'create', () => ({ pg: '9.6' })],
    ['a folder without programs', 'not-an-installation', 'create', () => ({ pg: inFolder('full') })],
    ['an unknown setting', 'unknown-setting', 'create', () => ({ settings: { no_such_thing: '1' } })],
    [
      'a setting of another version',
      'unknown-setting',
      'clone',
      () => ({ source: 'alpha', settings: { promote_trigger_file: '/tmp/x' } }),
    ],
    [
      'a setting that this version lost',
      'unknown-setting',
      'config',
      () => ({ name: 'alpha', settings: { vacuum_defer_cleanup_age: '5' } }),
    ],
    ['a source that is not there', 'unknown-instance', 'clone', () => ({ source: 'nobody' })],
    ['nothing to adopt', 'path-absent', 'adopt', () => ({ dataDir: inFolder('nothing') })],
    ['no data directory', 'not-a-cluster', 'adopt', () => ({ dataDir: inFolder('full') })],
    ['files of another account', 'foreign-owner', 'adopt', () => ({ dataDir: '/root' })],
    [
      'programs that do not exist',
      'not-an-installation',
      'create',
      () => ({ pg: path.join(folder, 'nowhere', 'bin') }),
    ],
  ]

  test.each(cases)('%s: %s', async (_, code, operation, params) => {
    const given = { ...(operation === 'config' ? {} : { name: 'beta' }), ...params() }
    const before = [await listOf(core.home), await listOf(folder)]
    const catalogue = await readFile(openCatalogue(core.home).path, 'utf8')
    expect((await refusalOf(operation, given)).code).toBe(code)
    expect([await listOf(core.home), await listOf(folder)]).toEqual(before)
    expect(await readFile(openCatalogue(core.home).path, 'utf8')).toBe(catalogue)
  })

  test('a port in use says by whom', async () => {
    const { params } = await refusalOf('create', { name: 'beta', port: port + 8 })
    expect(params).toMatchObject({ port: port + 8, holder: expect.stringContaining(String(process.pid)) })
  })

  test('two names that give the same slot', async () => {
    await core.perform('clone', { source: 'alpha', name: 'a-b', port: port + 1 })
    expect(await refusalOf('clone', { source: 'alpha', name: 'a_b' })).toMatchObject({
      code: 'name-gives-same-slot',
      params: { other: 'a-b' },
    })
    await core.perform('remove', { name: 'a-b', deleteData: true })
  })

  test.skipIf(debian === undefined)(
    'programs that are older than the data (PostgreSQL 15 of Debian)',
    async () => {
      expect(
        await refusalOf('adopt', { name: 'beta', dataDir: inFolder('other'), binDir: debian?.binDir }),
      ).toMatchObject({ code: 'installation-of-other-major', params: { found: 15, major } })
    },
  )

  test('a read-only disk', async (context) => {
    const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '')
    const readOnly = mounts
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, , , options]) => options?.split(',')[0] === 'ro')
      .map(([, place]) => place ?? '')
      .find((place) => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
    if (readOnly === undefined) {
      context.skip('nothing is mounted read-only here')
      return
    }
    const { code } = await refusalOf('create', {
      name: 'beta',
      dataDir: path.join(readOnly, 'pgtandem-none'),
    })
    expect(['read-only-disk', 'path-not-writable']).toContain(code)
  })

  test('a source that is stopped, and one that refuses the password', async () => {
    const { passfile } = instancePaths(core.home, 'alpha')
    const right = await readFile(passfile, 'utf8')
    await writeFile(passfile, right.replaceAll(/:[^:\n]+$/gm, ':wrong'))
    expect(await refusalOf('clone', { source: 'alpha', name: 'beta' })).toMatchObject({
      code: 'instance-unreachable',
      params: { name: 'alpha', reason: 'wrong-password' },
    })
    await expect(core.sql('alpha', { sql: 'select 1' })).rejects.toMatchObject({ code: 'wrong-password' })
    await writeFile(passfile, right)
    await core.perform('stop', { name: 'alpha' })
    expect(await refusalOf('clone', { source: 'alpha', name: 'beta' })).toMatchObject({
      code: 'instance-not-running',
      params: { name: 'alpha', state: 'stopped' },
    })
    await core.perform('start', { name: 'alpha' })
  })

  test('an adopted server that asks for a password nobody gave', async () => {
    const other = testTarget(folder, 'other', server)
    await startTestServer(other)
    expect((await refusalOf('adopt', { name: 'beta', dataDir: other.dataDir })).code).toBe('password-needed')
    await stopTestServer(other)
  })
})

describe('what is damaged is named and kept', () => {
  test('a catalogue', async () => {
    const own = await createTestCore()
    const file = openCatalogue(own.home).path
    for (const text of [
      '{"version":1,"value":{"instances":[{"na',
      '{"version":1,"value":{"instances":[{}]}}',
      '',
    ]) {
      await writeFile(file, text)
      const damaged = { code: 'state-file-damaged', params: { path: file } }
      await expect(own.status()).rejects.toMatchObject(damaged)
      await expect(own.plan('create', { name: 'beta' })).rejects.toMatchObject(damaged)
      expect(await readFile(file, 'utf8')).toBe(text)
    }
    expect((await readdir(path.join(own.home, 'instances')).catch(() => [])).length).toBe(0)
    await rm(file)
    await own.clear()
  })

  test('a journal', async () => {
    const own = await createTestCore()
    const file = path.join(own.home, 'journal', '20260101-000000-create-0000.jsonl')
    const text = '{"type":"job","id":\nnot json\n{"type":"left-open","at":"2026-01-01"}\n'
    await writeFile(file, text)
    const id = '20260101-000000-create-0000'
    expect(await own.listJobs()).toMatchObject([
      { id, operation: 'create', state: 'failed', startedAt: '2026-01-01T00:00:00.000Z', damaged: file },
    ])
    expect(await own.plan('create', { name: 'beta' })).toMatchObject({ kind: 'plan' })
    await expect(own.undoJob(id)).rejects.toMatchObject({ code: 'journal-damaged', params: { path: file } })
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await own.status()).toEqual([])
    await own.clear()
  })
})

test('a path with spaces, an apostrophe, a percent sign and Chinese works from end to end', async () => {
  const odd = path.join(folder, "it's 100% 主库 é")
  const own = await createTestCore()
  const at = (name: string) => path.join(odd, name, 'data dir')
  await own.perform('create', {
    name: 'top',
    port: port + 2,
    pg: binDir,
    dataDir: at('top'),
    settings: quickSettings,
  })
  await own.perform('clone', { source: 'top', name: 'low', port: port + 3, dataDir: at('low') })
  await expectVerified(own, 'low')
  await own.perform('restart', { name: 'low' })
  await own.perform('reclone', { name: 'low' })
  await expectVerified(own, 'low')
  await own.perform('remove', { name: 'low', deleteData: true })
  await own.perform('stop', { name: 'top' })
  await own.perform('remove', { name: 'top', deleteData: true })
  const left = (await readdir(odd, { recursive: true, withFileTypes: true })).filter((e) => !e.isDirectory())
  expect(left).toEqual([])
  await own.clear()
})
