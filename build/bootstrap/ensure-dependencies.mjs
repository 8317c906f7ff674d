// Makes node_modules what package-lock.json says, by `npm ci`, when it is missing or older. Runs before any dependency is there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const floor = [20, 19]

/** Ends the process with a sentence where Node is too old for what follows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return
  console.error(`PgTandem needs Node ${floor.join('.')} or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const readLock = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

const libc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')

/** npm leaves out optional packages of other platforms; one without any condition may belong to such a package. */
const isExpected = ({ optional, devOptional, os, cpu, libc: libcs }) => {
  if (!optional && !devOptional) return true
  if (!os && !cpu) return false
  if (os && !os.includes(process.platform)) return false
  if (cpu && !cpu.includes(process.arch)) return false
  return !libcs || process.platform !== 'linux' || libcs.includes(libc())
}

const isUpToDate = (root) => {
  const wanted = readLock(join(root, 'package-lock.json'))
  const found = readLock(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      !isExpected(entry) ||
      (found[path]?.version === entry.version && existsSync(join(root, path, 'package.json'))),
  )
}

/** How to start npm without a shell: the one that runs us, else the one that came with this Node, else by its name. */
export function npmCommand() {
  const candidates = [
    process.env.npm_execpath,
    join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(process.execPath, '..', '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = candidates.find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file))
  return script ? { program: process.execPath, args: [script] } : { program: 'npm', args: [] }
}

/** Installs the pinned dependencies unless they are there; npm's output goes to standard error. Throws when npm fails. */
export function ensureDependencies(root) {
  requireNode()
  if (isUpToDate(root)) return
  console.error('Installing the pinned dependencies (npm ci) …')
  const { program, args } = npmCommand()
  const { status, error } = spawnSync(
    program,
    [...args, 'ci', '--no-audit', '--no-fund', '--loglevel', 'error'],
    { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && args.length === 0 },
  )
  if (error || status !== 0)
    throw new Error(`npm ci failed${error ? `: ${error.message}` : ''}; see its lines above.`)
  if (!isUpToDate(root))
    console.error('npm ci left out optional packages of this platform; what needs them will say so.')
}
