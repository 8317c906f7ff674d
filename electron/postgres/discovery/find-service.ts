import { exportRegistryKey } from '../installations/sources/export-registry-key.ts'
import {
  parseEdbServices,
  parsePostgresServices,
  serviceOf,
  type PostgresService,
} from './postgres-service.ts'

const EDB = String.raw`HKLM\SOFTWARE\PostgreSQL`
const ALL = String.raw`HKLM\SYSTEM\CurrentControlSet\Services`

/** Services come and go with installers, and the whole list is read. */
const REMEMBER_MS = 5 * 60_000
let remembered:
  { readonly services: Promise<readonly PostgresService[]>; readonly untilMs: number } | undefined

const readServices = async (): Promise<readonly PostgresService[]> => {
  const exported = await Promise.all([
    exportRegistryKey(ALL, '64'),
    exportRegistryKey(EDB, '64'),
    exportRegistryKey(EDB, '32'),
  ])
  const [all, ...edb] = exported
  return [
    ...(all === undefined ? [] : parsePostgresServices(all)),
    ...edb.flatMap((bytes) => (bytes === undefined ? [] : parseEdbServices(bytes))),
  ]
}

/** Reads which Windows service runs a data directory; undefined where none does, and on other systems. Never throws. */
export const findService = async (
  dataDir: string,
  platform: NodeJS.Platform = process.platform,
): Promise<PostgresService | undefined> => {
  if (platform !== 'win32') return undefined
  if (remembered === undefined || remembered.untilMs < Date.now())
    remembered = { services: readServices().catch(() => []), untilMs: Date.now() + REMEMBER_MS }
  return serviceOf(await remembered.services, dataDir)
}
