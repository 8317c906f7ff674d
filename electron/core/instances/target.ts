import path from 'node:path'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import type { FileSetting } from '../operations/world.ts'
import type { ObservedState } from './observed-state.ts'

/** Where a server listens whose files name no port. */
export const defaultPort = 5432

/** Where the instance's postgresql.conf stands. */
export const configFileOf = ({
  configFile,
  dataDir,
}: Pick<CatalogueEntry, 'configFile' | 'dataDir'>): string =>
  configFile ?? path.join(dataDir, 'postgresql.conf')

/** Where its pg_hba.conf stands: as hba_file says (relative to the data directory), else in the data directory. */
export function hbaFileOf(dataDir: string, settings: Readonly<Record<string, FileSetting>>): string {
  return path.resolve(dataDir, settings['hba_file']?.value || 'pg_hba.conf')
}

/** A port as a configuration file has it; undefined for what is none. */
export function parsePort(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d{1,5}\s*$/.test(text)) return undefined
  const port = Number(text)
  return port >= 1 && port <= 65_535 ? port : undefined
}

/**
 * What a step needs to act on an instance: the port of the live server, else the one its files give, else
 * the one remembered, else 5432.
 *
 * `fallbackMajor`: for a data directory that cannot be read.
 */
export function targetOf(
  entry: CatalogueEntry,
  observed: Pick<ObservedState, 'port' | 'major' | 'settings'>,
  fallbackMajor: Major = 0,
): InstanceTarget {
  return {
    name: entry.name,
    dataDir: entry.dataDir,
    binDir: entry.binDir,
    major: observed.major ?? fallbackMajor,
    port: observed.port ?? parsePort(observed.settings['port']?.value) ?? entry.port ?? defaultPort,
    host: entry.host,
    user: entry.user,
    passfile: entry.passfile,
    configFile: configFileOf(entry),
    hbaFile: hbaFileOf(entry.dataDir, observed.settings),
    logFile: entry.logFile,
  }
}
