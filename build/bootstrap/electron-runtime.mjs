// Where Electron's program is on this machine, or why it cannot be had. Downloads it once where that works.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './set-up.mjs'

const PROBE_MS = 10_000
const DOWNLOAD_MS = 15 * 60_000

const programs = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
const programIn = (folder) => join(folder, programs[process.platform] ?? 'electron')

/** A sentence's end, or undefined where the system is no obstacle. */
function obstacle() {
  if (process.platform === 'win32' || process.platform === 'darwin') return undefined
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return DISPLAY || WAYLAND_DISPLAY ? undefined : 'there is no display'
}

/** Electron's own download tries for minutes where nothing answers; a proxy or mirror is its own business. */
export async function canDownload(version) {
  const isRouted = Object.keys(process.env).some((name) =>
    /^(https?|all)_proxy$|electron_.*mirror/i.test(name),
  )
  if (isRouted) return true
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function download(electron) {
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'))
  if (!(await canDownload(version))) return false
  say(`downloading Electron ${version} (about 120 MB, only once) …`)
  const stdio = ['ignore', 'ignore', 'ignore']
  return (
    spawnSync(process.execPath, [join(electron, 'install.js')], { stdio, timeout: DOWNLOAD_MS }).status === 0
  )
}

/** `{folder}` of the runtime for this machine, or `{reason}`: why there is none. */
export async function findRuntime(root) {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) {
    const program = programIn(chosen)
    return existsSync(program)
      ? { folder: chosen }
      : { reason: `ELECTRON_OVERRIDE_DIST_PATH has no ${program}` }
  }
  const electron = join(root, 'node_modules/electron')
  if (!existsSync(electron)) return { reason: 'the package electron is not installed' }
  const folder = join(electron, 'dist')
  const program = programIn(folder)
  if (existsSync(program) || ((await download(electron)) && existsSync(program))) return { folder }
  return { reason: 'its runtime could not be downloaded' }
}

/** `{program}`, or `{reason}`: why it cannot be started here. */
export async function findElectron(root) {
  const reason = obstacle()
  if (reason !== undefined) return { reason }
  const found = await findRuntime(root)
  return found.folder === undefined ? found : { program: programIn(found.folder) }
}
