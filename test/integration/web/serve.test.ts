import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSocket } from '../../helpers/web-host.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
let folder = ''
let home = ''
let program = ''
const started = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'web-serve-'))
  home = path.join(folder, 'home')
  program = path.join(folder, 'cli', 'pgtandem.mjs')
  const args = ['--entry', path.join(root, 'electron/cli.ts'), '--out', program]
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'build/build.mjs'), ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  await mkdir(path.join(folder, 'renderer'))
  await writeFile(path.join(folder, 'renderer', 'index.html'), '<!doctype html><title>the page</title>')
})

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Served {
  readonly child: ChildProcess
  readonly said: () => string
  readonly noted: () => string
  readonly ended: Promise<number | null>
}

function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Served {
  const child = spawn(process.execPath, [program, 'serve', '--home', home, ...args], {
    env: { ...process.env, LC_ALL: 'C', DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let [said, noted] = ['', '']
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    noted += data.toString()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return { child, said: () => said, noted: () => noted, ended }
}

const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, 'serve', '--home', home, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })

interface Address {
  readonly url: string
  readonly port: number
  readonly pid: number
}

async function serveJson(...args: string[]): Promise<Served & Address> {
  const served = serve(['--json', ...args])
  await expect.poll(served.said, { timeout: 20_000 }).toContain('\n')
  return { ...served, ...(JSON.parse(served.said()) as Address) }
}

test('serves until Ctrl-C, tells its address again, and then says that nobody serves', async () => {
  expect(run('--url')).toMatchObject({ status: 3, stdout: '' })
  const served = await serveJson('--port', '0')
  expect(served.pid).toBe(served.child.pid)
  expect(await (await fetch(served.url)).text()).toContain('the page')
  expect(run('--url').stdout.trim()).toBe(served.url)
  served.child.kill('SIGINT')
  expect(await served.ended).toBe(0)
  expect(served.said().trim().split('\n')).toHaveLength(1)
  expect(run('--url', '--json').status).toBe(3)
})

test('one process serves a home; the next one tells of it and ends', async () => {
  const first = await serveJson('--port', '0')
  const second = run('--json')
  expect(second.status).toBe(0)
  expect(JSON.parse(second.stdout)).toEqual({ pid: first.pid, port: first.port, url: first.url })
  expect(second.stderr).toContain(String(first.pid))
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('what was killed is replaced, with the same key', async () => {
  const first = await serveJson('--port', '0')
  first.child.kill('SIGKILL')
  await first.ended
  const second = await serveJson('--port', String(first.port))
  expect(second.url).toBe(first.url)
  second.child.kill('SIGINT')
  await second.ended
})

test('a port that cannot be had, or is none, is refused', async () => {
  const served = await serveJson('--port', '0')
  const other = spawnSync(
    process.execPath,
    [program, 'serve', '--home', path.join(folder, 'other'), '--port', String(served.port), '--json'],
    { encoding: 'utf8' },
  )
  expect(other.status).toBe(3)
  expect(JSON.parse(other.stdout)).toMatchObject({ error: { code: 'port-in-use' } })
  expect(run('--port', '70000').status).toBe(2)
  served.child.kill('SIGINT')
  await served.ended
})

test.skipIf(process.platform !== 'linux')(
  'the browser is shown a private file, so that the key is in no process list (skipped: only Linux has xdg-open)',
  async () => {
    const bin = path.join(folder, 'bin')
    const seen = path.join(folder, 'seen.txt')
    await mkdir(bin)
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}.new'\nstat -c %a "$1" >> '${seen}.new'\ncat "$1" >> '${seen}.new'\nmv '${seen}.new' '${seen}'\n`
    await writeFile(path.join(bin, 'xdg-open'), script, { mode: 0o755 })
    const served = serve(['--port', '0', '--open'], {
      DISPLAY: ':99',
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    })
    await expect.poll(() => readFile(seen, 'utf8').catch(() => ''), { timeout: 20_000 }).toContain('refresh')
    const [file = '', mode, text = ''] = (await readFile(seen, 'utf8')).split('\n')
    expect(file).toMatch(/open-[0-9a-f]{16}\.html$/)
    expect(mode).toBe('600')
    const url = /http:[^ ]*#key=[\w-]{32}/.exec(served.said())?.[0] ?? 'none'
    expect(text).toContain(`url=${url}"`)
    // The page shows the key: the file has done its work.
    const port = Number(new URL(url).port)
    const socket = openSocket(port)
    socket.on('open', () => socket.send(JSON.stringify({ key: url.split('#key=')[1] })))
    await expect
      .poll(() => readdir(home).then((names) => names.filter((name) => name.startsWith('open-'))))
      .toEqual([])
    served.child.kill('SIGINT')
    expect(await served.ended).toBe(0)
  },
)

test('without a desktop it says that the address must be opened by hand', async () => {
  const served = serve(['--port', '0', '--open'])
  await expect.poll(served.noted, { timeout: 20_000 }).toContain('No browser')
  expect(await readdir(home)).not.toContainEqual(expect.stringMatching(/^open-/))
  served.child.kill('SIGINT')
  expect(await served.ended).toBe(0)
})
