import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { programPath, type Candidate } from '../installation.ts'
import type { InstallationPlaces } from '../installation-places.ts'

/**
 * Lists the installations whose programs are on PATH.
 *
 * A distribution links single programs into /usr/bin, so it is the folder of the real file that counts; some link only
 * pg_config or psql there, whose real folder then holds the server as well.
 */
export const listOnPath = async (places: InstallationPlaces): Promise<readonly Candidate[]> => {
  const variable = Object.entries(places.env).find(([name]) =>
    places.platform === 'win32' ? name.toUpperCase() === 'PATH' : name === 'PATH',
  )?.[1]
  const separator = places.platform === 'win32' ? ';' : ':'
  const folders = (variable ?? '').split(separator).filter((folder) => path.isAbsolute(folder))
  const real = async (folder: string, tool: string) => {
    const file = await realpath(programPath(folder, tool, places.platform)).catch(() => undefined)
    if (file === undefined) return []
    const binDir = path.dirname(file)
    const server = await realpath(programPath(binDir, 'postgres', places.platform)).catch(() => undefined)
    return server === undefined ? [] : [path.dirname(server)]
  }
  const tools = ['postgres', 'pg_ctl', 'pg_config', 'psql']
  const found = await Promise.all(folders.flatMap((folder) => tools.map((tool) => real(folder, tool))))
  return [...new Set(found.flat())].map((binDir) => ({ binDir, source: 'path' }))
}
