import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testInstallations } from '../helpers/test-server.ts'

const [bundled] = testInstallations
if (bundled === undefined) throw new Error('no installation to test with')
const { binDir, major } = bundled
const port = 23_190
const root = fileURLToPath(new URL('../../', import.meta.url))

let folder = ''
let program = ''
let home = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-cli-'))
  program = path.join(folder, 'pgtandem.mjs')
  home = path.join(folder, 'home')
  const entry = path.join(root, 'electron/cli.ts')
  const args = [path.join(root, 'build/build.mjs'), '--entry', entry, '--out', program]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  succeed('postgres', 'add', binDir)
  succeed('create', 'alpha', '--port', String(port), '--pg', binDir)
})

afterAll(async () => {
  run('stop', '--all', '--mode', 'immediate')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const environment = () => ({ ...process.env, LC_ALL: 'C', PGTANDEM_HOME: home })

/** The command line as a person runs it, over a home of its own. */
const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: environment() })

const succeed = (...args: string[]): string => {
  const { status, stdout, stderr } = run(...args)
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return stdout
}

const documentOf = (...args: string[]): unknown => JSON.parse(succeed(...args, '--json'))

test('the last step of each job is told by its title, and a damaged journal is called so', async () => {
  const damaged = path.join(home, 'journal', '20260101-000000-clone-0000.jsonl')
  await writeFile(damaged, '{"type":"job","id":\nnot json\n')
  const table = succeed('jobs', 'list')
  expect(table).toMatch(/clone +- +journal damaged/)
  expect(table).toContain(damaged)
  expect(table).toMatch(/create +alpha +done +Remember alpha/)
  expect(documentOf('jobs', 'list', '--lang', 'zh-CN')).toMatchObject({
    jobs: [
      { damaged, stepTitle: null },
      { step: expect.stringMatching(/^\d\d-/), stepTitle: '登记 alpha' },
    ],
  })
  await rm(damaged)
})

const isGnuTail = /GNU/.test(String(spawnSync('tail', ['--version']).stdout))

describe.skipIf(!isGnuTail)('logs -f (only GNU tail sees readers go)', () => {
  test('ends with its reader, though no new line comes', async () => {
    const line = '"$0" "$1" logs alpha -f -n 1 | head -1'
    const shell = spawn('sh', ['-c', line, process.execPath, program], {
      env: environment(),
      detached: true,
    })
    let stdout = ''
    shell.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    const deadline = setTimeout(() => process.kill(-(shell.pid ?? 0)), 20_000)
    const [code] = (await once(shell, 'close')) as [number | null]
    clearTimeout(deadline)
    expect(code).toBe(0)
    expect(stdout.split('\n')).toHaveLength(2)
  })
})

test('a stopped instance is told with its full version, and says where it is from in either language', () => {
  succeed('stop', 'alpha')
  expect(documentOf('status', '--why')).toMatchObject({
    instances: [
      {
        state: 'stopped',
        version: expect.stringMatching(new RegExp(`^${String(major)}\\.\\d+$`)),
        evidence: {
          version: { sources: [{ code: 'installation', params: { folder: binDir } }] },
          pid: { sources: [{ code: 'no-process' }] },
          state: { sources: [{ code: 'no-process' }, { code: 'control', params: { state: 'shut down' } }] },
        },
      },
    ],
  })
  expect(succeed('status', '--why')).toContain(`server programs in ${binDir}`)
  const chinese = succeed('status', '--why', '--lang', 'zh-CN')
  expect(chinese).toContain(`${binDir} 中的服务器程序`)
  expect(chinese.replaceAll('shut down', '')).not.toMatch(/[a-z]{2,} [a-z]{2,}/)
})

test('of all instances, one without its data directory is skipped; by its name it is refused', async () => {
  succeed('create', 'beta', '--port', String(port + 1), '--pg', binDir)
  const data = path.join(home, 'instances', 'alpha', 'data')
  await rename(data, `${data}.away`)
  for (const action of ['stop', 'start']) {
    expect(succeed(action, '--all')).toMatch(/^Skipped: The data directory of alpha, .*, is gone\./m)
    expect(documentOf(action, '--all')).toMatchObject({
      instances: expect.arrayContaining(['alpha', 'beta']),
      results: expect.arrayContaining([
        expect.objectContaining({
          name: 'alpha',
          changed: false,
          skipped: expect.objectContaining({ code: 'data-directory-missing' }),
        }),
      ]),
    })
    expect(run(action, 'alpha')).toMatchObject({ status: 3, stdout: '' })
    expect(run(action, 'alpha', 'beta').status).toBe(3)
  }
  expect(documentOf('status', 'beta')).toMatchObject({ instances: [{ state: 'running' }] })
  await rename(`${data}.away`, data)
})
