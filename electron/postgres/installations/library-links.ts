import {
  access,
  chmod,
  constants,
  lstat,
  readFile,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** One symbolic link, `link` and what it points to, both as full paths inside the installation. */
export interface LibraryLink {
  readonly file: string
  readonly link: string
}

const inside = (prefix: string, name: string) => {
  const relative = path.posix.normalize(name.replaceAll('\\', '/'))
  const kept = /^native\/(.+)$/.exec(relative)?.[1]
  return kept === undefined || path.posix.isAbsolute(relative)
    ? undefined
    : path.join(prefix, ...kept.split('/'))
}

/**
 * The links that an installation of npm's packages needs, as its `pg-symlinks.json` lists them.
 *
 * Packages cannot hold links, and without these a standby loads the system's libpq or the server does not start.
 * Names are relative to the package, whose `native` folder is `prefix`; one that leaves it throws `package-unsafe-path`.
 */
export const parseLibraryLinks = (text: string, prefix: string): readonly LibraryLink[] =>
  linksSchema.parse(JSON.parse(text)).map(({ source, target }) => {
    const file = inside(prefix, source)
    const link = inside(prefix, target)
    if (file === undefined || link === undefined)
      throw new PgTandemError('package-unsafe-path', { path: file === undefined ? source : target })
    return { file, link }
  })

const isMade = async ({ file, link }: LibraryLink) => {
  const target = await readlink(link).catch(() => undefined)
  if (target !== undefined) return path.resolve(path.dirname(link), target) === file
  // A real file under the link's name serves as well (a copy made where links are not allowed).
  return (await lstat(link).catch(() => undefined))?.isFile() === true
}

const readLinks = async (prefix: string): Promise<readonly LibraryLink[]> => {
  const text = await readFile(path.join(prefix, 'pg-symlinks.json'), 'utf8').catch(() => undefined)
  return text === undefined ? [] : parseLibraryLinks(text, prefix)
}

const programsWithoutExecuteBit = async (prefix: string) => {
  if (process.platform === 'win32') return []
  const folder = path.join(prefix, 'bin')
  const programs = (await readdir(folder)).map((name) => path.join(folder, name))
  const modes = await Promise.all(programs.map(async (file) => (await stat(file)).mode))
  return programs.filter((_, index) => ((modes[index] ?? 0) & 0o555) !== 0o555)
}

/** Lists what an installation from npm lacks to be run; empty on the second look, and always for other installations. */
const listMissing = async (prefix: string) => {
  const links = await readLinks(prefix)
  const made = await Promise.all(links.map(isMade))
  return {
    links: links.filter((_, index) => made[index] === false),
    programs: await programsWithoutExecuteBit(prefix),
  }
}

/** Whether links and execute bits are as they must be. */
export const hasLibraryLinks = async (prefix: string): Promise<boolean> => {
  const missing = await listMissing(prefix)
  return missing.links.length === 0 && missing.programs.length === 0
}

/** Whether this account could make them. */
export const canMakeLibraryLinks = async (prefix: string): Promise<boolean> =>
  Promise.all(['bin', 'lib'].map((name) => access(path.join(prefix, name), constants.W_OK))).then(
    () => true,
    () => false,
  )

/**
 * Makes the links and execute bits that an installation from npm lacks. May be repeated, and by two at once: each link is
 * put in place by a rename. The package's own script, which npm 11 does not run, is never used.
 */
export const ensureLibraryLinks = async (prefix: string): Promise<void> => {
  const missing = await listMissing(prefix)
  for (const { file, link } of missing.links) {
    await lstat(file)
    const made = `${link}.${process.pid}.new`
    await rm(made, { force: true })
    await symlink(path.relative(path.dirname(link), file), made)
    await rename(made, link)
  }
  for (const program of missing.programs) await chmod(program, 0o755)
}
