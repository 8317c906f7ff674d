import path from 'node:path'
import type { Candidate } from '../installation.ts'
import type { InstallationPlaces } from '../installation-places.ts'
import { exportRegistryKey } from './export-registry-key.ts'
import { listFolders } from './list-folders.ts'
import { parseRegistryExport } from './parse-registry-export.ts'

const installationsKey = String.raw`HKLM\SOFTWARE\PostgreSQL\Installations`

const readRegistry = async (view: '64' | '32'): Promise<readonly string[]> => {
  const bytes = await exportRegistryKey(installationsKey, view)
  return bytes === undefined ? [] : parseRegistryExport(bytes)
}

/** Folders such as `C:\Program Files\PostgreSQL\16`, in all of Windows's program folders. */
export const listProgramFolders = async ({ env }: InstallationPlaces): Promise<readonly string[]> => {
  const programFiles = [env['ProgramFiles'], env['ProgramW6432'], env['ProgramFiles(x86)']]
  const found = await Promise.all(
    [...new Set(programFiles)].map(async (folder) =>
      folder === undefined ? [] : listFolders(path.join(folder, 'PostgreSQL'), /^\d/),
    ),
  )
  return found.flat()
}

/** Lists the installations of EDB's installer on Windows, by the registry (64 and 32 bit) and by Program Files. */
export const listEdb = async (places: InstallationPlaces): Promise<readonly Candidate[]> => {
  if (places.platform !== 'win32') return []
  const found = await Promise.all([readRegistry('64'), readRegistry('32'), listProgramFolders(places)])
  return found.flat().map((prefix) => ({ binDir: path.join(prefix, 'bin'), source: 'edb' }))
}
