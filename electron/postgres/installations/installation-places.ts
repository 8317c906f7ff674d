import path from 'node:path'

/** Where to look for installations. Made once for each face; tests give their own. */
export interface InstallationPlaces {
  /** PgTandem's home: downloads are in `postgres/<version>`, the probe cache in `installations.json`. */
  readonly home: string
  /** Folder of the running program: `node_modules` is looked for in it and above it. */
  readonly programDir: string
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Put before absolute system folders such as `/usr/lib/postgresql`; empty except in tests. */
  readonly systemRoot?: string
}

/**
 * The folder of the packaged program's resources, from the folder of what runs out of its archive; undefined where the program
 * is not packaged. Its `postgres` is the npm package of the bundled installation. Pure.
 */
export const packagedResources = (programDir: string): string | undefined => {
  const at = /[\\/]app\.asar(?=[\\/]|$)/.exec(programDir)?.index
  return at === undefined ? undefined : programDir.slice(0, at)
}

/** Where the cache of probes is: it may be deleted at any time. */
export const probeCacheFile = (home: string): string => path.join(home, 'installations.json')

/** Where the folders that the user added are kept. */
export const addedFoldersFile = (home: string): string => path.join(home, 'postgres-folders.json')

/** The folder of downloaded installations, one for each version. */
export const downloadsDir = (home: string): string => path.join(home, 'postgres')

/** A system folder, below `systemRoot` where a test sets it. */
export const systemPath = (places: Pick<InstallationPlaces, 'systemRoot'>, folder: string): string =>
  path.join(places.systemRoot ?? '/', folder)
