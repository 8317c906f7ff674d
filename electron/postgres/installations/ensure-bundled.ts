import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { postgresVersionOf } from './embedded-packages.ts'
import { programPath, type Candidate } from './installation.ts'
import { downloadsDir, type InstallationPlaces } from './installation-places.ts'
import { copyInstallation } from './copy-installation.ts'
import { canMakeLibraryLinks, ensureLibraryLinks, hasLibraryLinks } from './library-links.ts'
import { findBundledPrefix } from './sources/bundled.ts'

const packageSchema = z.object({ version: z.string() })

/** The copy that an earlier call made, by the version in the package's description. */
const findCopy = async (prefix: string, home: string): Promise<string | undefined> => {
  const text = await readFile(path.join(prefix, '..', 'package.json'), 'utf8').catch(() => undefined)
  const version = text === undefined ? undefined : packageSchema.safeParse(JSON.parse(text)).data?.version
  if (version === undefined) return undefined
  const binDir = path.join(downloadsDir(home), postgresVersionOf(version), 'bin')
  return access(programPath(binDir, 'postgres')).then(
    () => binDir,
    () => undefined,
  )
}

/**
 * Finds the bundled installation and makes it fit to run: links made in place, or, where this account may not write
 * there, a copy in the home (which is then listed as downloaded).
 */
export const ensureBundled = async (
  places: InstallationPlaces,
  signal?: AbortSignal,
): Promise<readonly Candidate[]> => {
  const prefix = await findBundledPrefix(places)
  if (prefix === undefined) return []
  if (!(await hasLibraryLinks(prefix))) {
    if (!(await canMakeLibraryLinks(prefix))) {
      const copied = await findCopy(prefix, places.home)
      if (copied !== undefined) return [{ binDir: copied, source: 'downloaded' }]
      const { binDir } = await copyInstallation(prefix, places.home, signal)
      return [{ binDir, source: 'downloaded' }]
    }
    await ensureLibraryLinks(prefix)
  }
  return [{ binDir: path.join(prefix, 'bin'), source: 'bundled' }]
}
