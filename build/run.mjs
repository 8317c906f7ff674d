// `npm run pgtandem -- …` and `npm run demo`: sets up what is missing, then runs the command line with these arguments.
// Plain Node and no package: in a fresh clone there is none yet.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies, requireNode } from './bootstrap/ensure-dependencies.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = path.join(root, 'dist/cli/pgtandem.mjs')

const say = (text) => process.stderr.write(`pgtandem: ${text}\n`)

function modifiedMs(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function newestMs(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const file = path.join(folder, entry.name)
    return Math.max(newest, entry.isDirectory() ? newestMs(file) : modifiedMs(file))
  }, modifiedMs(folder))
}

const needsPackages = () =>
  modifiedMs(path.join(root, 'node_modules/.package-lock.json')) <
  modifiedMs(path.join(root, 'package-lock.json'))

function needsBuild() {
  const built = modifiedMs(program)
  const sources = ['electron', 'shared'].map((folder) => newestMs(path.join(root, folder)))
  const files = ['package.json', 'package-lock.json', 'build/build.mjs'].map((file) =>
    modifiedMs(path.join(root, file)),
  )
  return Math.max(...sources, ...files) > built
}

/** Its output goes to stderr, so that `--json` has stdout for itself. */
function buildOrExit() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'build/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) return
  say('the build failed')
  process.exit(1)
}

function setUp() {
  const packages = needsPackages()
  if (!packages && !needsBuild()) return
  if (!canWrite(root)) {
    if (modifiedMs(program) > 0) return
    say(`${root} is not writable and holds no built program: run "npm run build" as its owner`)
    process.exit(1)
  }
  if (packages) ensureDependencies(root)
  if (needsBuild()) {
    say('building …')
    buildOrExit()
  }
}

requireNode()
setUp()

const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
// A terminal sends Ctrl-C to the child as well; a signal to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', (error) => {
  say(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
