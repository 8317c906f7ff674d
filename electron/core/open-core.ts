import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PgTandemError } from '../../shared/errors/pgtandem-error.ts'
import type { Core } from './core.ts'
import { createCore } from './create-core.ts'
import { postgresVersionOf } from '../postgres/installations/embedded-packages.ts'
import type { InstallationPlaces } from '../postgres/installations/installation-places.ts'
import { canMakeLibraryLinks, ensureLibraryLinks } from '../postgres/installations/library-links.ts'
import { findBundledPrefix } from '../postgres/installations/sources/bundled.ts'
import { type AccountNews, giveUpRoot, type ProgramDirectory } from '../system/platform/account.ts'
import { resolveHome } from '../system/platform/home.ts'

export interface OpenCoreOptions {
  /** Chosen by the user, relative to their folder; undefined: the usual one. */
  readonly home: string | undefined
  readonly env: NodeJS.ProcessEnv
  /** Where the bundled PostgreSQL is looked for: the folder of the program that runs. */
  readonly programDir: string
  readonly programVersion: string
  readonly tell: (news: AccountNews) => void
}

/** Builds the core for this process. As root it first becomes the account that servers are run as, for good, and says so. */
export async function openCore(options: OpenCoreOptions): Promise<Core> {
  const { home: chosen, env, programDir, programVersion } = options
  if (chosen === '') throw new PgTandemError('option-needs-value', { option: '--home' })
  const isRoot = process.getuid?.() === 0
  const home = resolveHome({
    env: chosen === undefined ? env : { ...env, PGTANDEM_HOME: path.resolve(chosen) },
    platform: process.platform,
    homedir: os.homedir(),
    isRoot,
  })
  const places: InstallationPlaces = {
    home,
    programDir,
    env,
    platform: process.platform,
    arch: process.arch,
  }
  if (isRoot) await leaveRoot(places, options.tell)
  return createCore({ home, programVersion, places })
}

async function leaveRoot(places: InstallationPlaces, log: (news: AccountNews) => void): Promise<void> {
  // Chunks that are loaded later would be out of reach where the program lies in a folder of root's.
  await Promise.all([import('pacote'), import('../system/logging/logger.ts')])
  await giveUpRoot({ home: places.home, programDirs: await bundledPrograms(places), log })
}

/** The PostgreSQL that came with the program, made fit to run while that can be done in place. */
async function bundledPrograms(places: InstallationPlaces): Promise<readonly ProgramDirectory[]> {
  const prefix = await findBundledPrefix(places)
  if (prefix === undefined) return []
  if (await canMakeLibraryLinks(prefix)) await ensureLibraryLinks(prefix)
  const description: unknown = JSON.parse(await readFile(path.join(prefix, '..', 'package.json'), 'utf8'))
  const version =
    typeof description === 'object' && description !== null && 'version' in description
      ? String(description.version)
      : 'unknown'
  return [{ directory: prefix, key: postgresVersionOf(version) }]
}
