// `try-installed.mjs RESOURCES`: whether a program that was really installed works, as its command line and as a window.
// RESOURCES is the folder of its app.asar. For the machines of .github/workflows/packages.yml; see there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linuxProgram } from './identity.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const START_MS = 60_000

const resources = resolve(process.argv[2] ?? '.')
const places = {
  win32: { command: 'bin/pgtandem.cmd', program: '../PgTandem.exe' },
  darwin: { command: 'bin/pgtandem', program: '../MacOS/PgTandem' },
  linux: { command: 'bin/pgtandem', program: `../${linuxProgram}` },
}
const { command, program } = places[process.platform]
const home = mkdtempSync(join(tmpdir(), 'pgtandem-installed-'))
const env = { ...process.env, PGTANDEM_HOME: home }

/** What the installed command line answers. */
function ask(...args) {
  const { status, stdout, stderr, error } = spawnSync(`"${join(resources, command)}"`, args, {
    encoding: 'utf8',
    env,
    // A .cmd file is started by cmd.exe.
    shell: true,
  })
  if (error ?? status !== 0) throw new Error(`pgtandem ${args.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}

function expectTrue(what, holds) {
  if (!holds) throw new Error(`not so: ${what}`)
  console.log(`ok: ${what}`)
}

/** Waits until it answers with something; undefined after the time in which a program starts or ends. */
async function waitFor(answer) {
  const deadline = Date.now() + START_MS
  for (let found = answer(); ; found = answer()) {
    if (found !== undefined || Date.now() > deadline) return found
    await new Promise((wait) => setTimeout(wait, 100))
  }
}

/** Chromium keeps its state in the home from the first moment on; a program that ends before has not started. */
async function tryWindow() {
  const child = spawn(join(resources, program), [], { env, stdio: 'ignore' })
  const state = { ended: undefined }
  child.on('exit', (code, signal) => (state.ended = `it ended with ${signal ?? code}`))
  child.on('error', ({ message }) => (state.ended = message))
  const profile = join(home, 'desktop', 'Local State')
  const news = await waitFor(() => state.ended ?? (existsSync(profile) ? 'it is up' : undefined))
  expectTrue(`the desktop program starts (${news ?? 'nothing is seen of it'})`, news === 'it is up')
  child.kill()
  await waitFor(() => state.ended)
}

try {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expectTrue(`it is ${version}`, ask('--version').trim() === version)
  const { installations } = JSON.parse(ask('postgres', 'list', '--json'))
  expectTrue(
    'its PostgreSQL is found beside its archive',
    installations.some(({ source, binDir }) => source === 'bundled' && resolve(binDir).startsWith(resources)),
  )
  console.log(ask('demo', '--lang', 'en'))
  await tryWindow()
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
}
