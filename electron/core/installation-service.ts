import path from 'node:path'
import type { Major } from '../../shared/model/instance-target.ts'
import { addFolder, forgetFolder } from '../postgres/installations/added-folders.ts'
import { findInstallations, type FoundInstallations } from '../postgres/installations/find-installations.ts'
import type { Installation } from '../postgres/installations/installation.ts'
import type { InstallationPlaces } from '../postgres/installations/installation-places.ts'
import {
  installPostgres,
  type InstallProgress,
  listAvailable,
} from '../postgres/installations/install-postgres.ts'
import { instancesUsing, removeDownloaded } from '../postgres/installations/remove-downloaded.ts'
import { findBundledPrefix } from '../postgres/installations/sources/bundled.ts'
import type { Catalogue } from './instances/catalogue.ts'

export interface InstallOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: InstallProgress) => void
}

/** The PostgreSQL versions of this machine. Downloads need no plan: each is all there or not at all. */
export interface InstallationService {
  list(): Promise<FoundInstallations>
  /** What can be downloaded for this platform. */
  available(): ReturnType<typeof listAvailable>
  install(
    major: Major,
    options?: InstallOptions,
  ): Promise<{ readonly installation: Installation; readonly changed: boolean }>
  /** Remembers a folder of server programs; its parent will do. */
  add(folder: string): Promise<Installation>
  /** Deletes a downloaded version that no instance uses; a folder that was added is only forgotten. */
  remove(version: string): Promise<void>
}

interface Sources {
  readonly home: string
  readonly places: InstallationPlaces
  readonly catalogue: Pick<Catalogue, 'list'>
}

export function createInstallationService({ home, places, catalogue }: Sources): InstallationService {
  return {
    list: () => findInstallations(places),
    available: () => listAvailable(),
    async install(major, options = {}) {
      const prefix = await findBundledPrefix(places)
      const bundled = prefix === undefined ? {} : { bundledBinDir: path.join(prefix, 'bin') }
      return installPostgres(major, { home, ...bundled, ...options })
    },
    add: (folder) => addFolder(folder, home),
    async remove(version) {
      if (/[\\/]/.test(version) && (await forgetFolder(version, home))) return
      const inUseBy = await instancesUsing(version, home, await catalogue.list())
      await removeDownloaded(version, { home, inUseBy })
    },
  }
}
