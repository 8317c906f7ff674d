// The programs that packages are made with. Where the system has them they are used; elsewhere electron-builder downloads its own.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackage, whyNotOffered } from '../bootstrap/apt.mjs'

const debianNsis = '/usr/share/nsis'

const has = (program) => spawnSync(program, [], { stdio: 'ignore' }).error === undefined

/** Why it is not here, or undefined: it is, or has just been installed. */
function ensure(program, debianPackage, where) {
  if (existsSync(where) || has(program)) return undefined
  const reason = whyNotOffered(debianPackage)
  if (reason !== undefined) return `there is no ${program}, and ${reason}`
  console.log(`Installing ${debianPackage} (apt-get) for the packages; PGTANDEM_TEST_APT=no prevents it …`)
  return installPackage(debianPackage) ? undefined : `apt-get could not install ${debianPackage}`
}

/** Why there is no NSIS; undefined when it is here. */
export const ensureNsis = () => ensure('makensis', 'nsis', '/usr/bin/makensis')
const ensure7zip = () => ensure('7za', 'p7zip-full', '/usr/bin/7za')

/** Why not all of them are here; undefined when they are. Installs them where that is possible. */
export function whyNoTools() {
  const reasons = [ensureNsis(), ensure7zip(), has('dpkg-deb') ? undefined : 'there is no dpkg-deb']
  return reasons.find((reason) => reason !== undefined)
}

/** electron-builder looks for makensis in the folder of NSIS, and for plug-ins in another one. */
function layOutNsis(work) {
  const folder = join(work, 'nsis')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'linux'), { recursive: true })
  mkdirSync(join(folder, 'resources/plugins'), { recursive: true })
  for (const part of ['Bin', 'Contrib', 'Include', 'Plugins', 'Stubs'])
    symlinkSync(join(debianNsis, part), join(folder, part))
  symlinkSync('/usr/bin/makensis', join(folder, 'linux/makensis'))
  return { ELECTRON_BUILDER_NSIS_DIR: folder, ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources') }
}

/**
 * `env`, which tells electron-builder where they are, and `missing`, a reason for each of `nsis`, `7zip` and `deb` that can
 * neither be found nor downloaded where `canDownload` is false.
 */
export function findTools(work, canDownload) {
  if (process.platform !== 'linux') return { env: {}, missing: {} }
  const noNsis = ensureNsis()
  const no7zip = ensure7zip()
  const noDeb = has('dpkg-deb') ? undefined : 'there is no dpkg-deb'
  const env = {
    ...(noNsis === undefined && existsSync(debianNsis) ? layOutNsis(work) : {}),
    ...(no7zip === undefined && existsSync('/usr/bin/7za')
      ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' }
      : {}),
    ...(noDeb === undefined
      ? { CUSTOM_FPM_PATH: fileURLToPath(new URL('make-deb.mjs', import.meta.url)) }
      : {}),
  }
  const all = { nsis: noNsis, '7zip': no7zip, deb: noDeb }
  const missing = Object.entries(all).filter(([, reason]) => reason !== undefined && !canDownload)
  return { env, missing: Object.fromEntries(missing) }
}
