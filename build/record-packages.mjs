// Writes down which packages a bundle really has code of, for the notices that a package of the program must carry.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Where the lists lie: `dist/notices/<bundle>.json`, each an array of `{name, version, licence, folder}`. */
export const noticesFolder = (root) => join(root, 'dist', 'notices')

/** The innermost package that a file belongs to, as a path with slashes below the repository; undefined for a file of ours. */
export function packageFolderOf(id) {
  const at = id.split('\\').join('/').lastIndexOf('/node_modules/')
  if (at < 0) return undefined
  const [scope, name] = id.slice(at + '/node_modules/'.length).split(/[\\/]/)
  return `${id.slice(0, at)}/node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`
}

function describe(root, folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { name, version, licence: license ?? 'unknown', folder: relative(root, folder).split(sep).join('/') }
}

/** A plug-in for Vite; `bundle` is the list's name. */
export const recordPackages = (root, bundle) => ({
  name: 'record-packages',
  generateBundle(_options, output) {
    const ids = Object.values(output).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = new Set(ids.map((id) => packageFolderOf(id.replace(/^\0/, ''))).filter(Boolean))
    const packages = [...folders].map((folder) => describe(root, folder))
    packages.sort((a, b) => (a.folder < b.folder ? -1 : 1))
    const file = join(noticesFolder(root), `${bundle}.json`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(packages, null, 2)}\n`)
  },
})
