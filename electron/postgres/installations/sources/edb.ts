import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runProgram } from '../../../system/process/run-program.ts'
import type { Candidate } from '../installation.ts'
import type { InstallationPlaces } from '../installation-places.ts'
import { listFolders } from './list-folders.ts'
import { parseRegistryExport } from './parse-registry-export.ts'

const installationsKey = String.raw`HKLM\SOFTWARE\PostgreSQL\Installations`

const readRegistry = async (folder: string, view: '64' | '32'): Promise<readonly string[]> => {
  const file = path.join(folder, `installations-${view}.reg`)
  // No such key is exit code 1; then no file is written.
  await runProgram('reg', ['export', installationsKey, file, '/y', `/reg:${view}`], {
    expectedExitCodes: [0, 1],
    timeoutMs: 15_000,
  })
  const bytes = await readFile(file).catch(() => undefined)
  return bytes === undefined ? [] : parseRegistryExport(bytes)
}

/** Lists the installations of EDB's installer on Windows, by the registry (64 and 32 bit) and by Program Files. */
export const listEdb = async (places: InstallationPlaces): Promise<readonly Candidate[]> => {
  if (places.platform !== 'win32') return []
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-registry-'))
  try {
    const registered = await Promise.all([readRegistry(scratch, '64'), readRegistry(scratch, '32')])
    const programFiles = [
      places.env['ProgramFiles'],
      places.env['ProgramW6432'],
      places.env['ProgramFiles(x86)'],
    ]
    const installed = await Promise.all(
      [...new Set(programFiles)].map(async (folder) =>
        folder === undefined ? [] : listFolders(path.join(folder, 'PostgreSQL'), /^\d/),
      ),
    )
    return [...registered, ...installed]
      .flat()
      .map((prefix) => ({ binDir: path.join(prefix, 'bin'), source: 'edb' }))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
