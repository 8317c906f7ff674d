import path from 'node:path'
import type { Candidate } from '../installation.ts'
import { systemPath, type InstallationPlaces } from '../installation-places.ts'
import { listFolders } from './list-folders.ts'

/** Lists the installations of Debian's and Ubuntu's packages (also those of apt.postgresql.org): one folder for each major. */
export const listDebian = async (places: InstallationPlaces): Promise<readonly Candidate[]> =>
  (await listFolders(systemPath(places, 'usr/lib/postgresql'), /^\d/)).map((prefix) => ({
    binDir: path.join(prefix, 'bin'),
    source: 'debian',
  }))

/** Lists the installations of PostgreSQL's own RPM packages: `/usr/pgsql-17/bin`. */
export const listPgdg = async (places: InstallationPlaces): Promise<readonly Candidate[]> =>
  (await listFolders(systemPath(places, 'usr'), /^pgsql-\d/)).map((prefix) => ({
    binDir: path.join(prefix, 'bin'),
    source: 'pgdg',
  }))
