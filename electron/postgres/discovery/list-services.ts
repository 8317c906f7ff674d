import type { InstallationPlaces } from '../installations/installation-places.ts'
import { exportRegistryKey } from '../installations/sources/export-registry-key.ts'
import type { FoundPlace } from './found-place.ts'
import { parseRegistryServices } from './parse-registry-services.ts'

/** Lists the services that EDB's installer set up on Windows, by its own registry key. Services of other making are not in it. */
export const listServices = async ({ platform }: InstallationPlaces): Promise<readonly FoundPlace[]> => {
  if (platform !== 'win32') return []
  const key = String.raw`HKLM\SOFTWARE\PostgreSQL`
  const exported = await Promise.all([exportRegistryKey(key, '64'), exportRegistryKey(key, '32')])
  return exported.flatMap((bytes) => (bytes === undefined ? [] : parseRegistryServices(bytes)))
}
