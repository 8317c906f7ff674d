import { lstatSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Major } from '../../../shared/model/instance-target.ts'
import { buildCopyFilter } from './copy-filter.ts'
import { readTablespaces } from './tablespaces.ts'

const BREATHE_MS = 10

/** How much a base backup would copy: without WAL, logs, temporary and unlogged data, with all tablespaces. */
export interface DataSize {
  readonly bytes: number
  readonly files: number
}

/**
 * Measures a data directory and its tablespaces by walking them; an estimate, since the server goes on writing.
 *
 * Counts lengths, not blocks: a copy of a sparse file may take all of it.
 */
export const readDataSize = async (dataDir: string, major: Major): Promise<DataSize> => {
  const filter = buildCopyFilter(major)
  let [bytes, files, breathedAt] = [0, 0, Date.now()]

  const walk = async (root: string, relative: string, asked: string): Promise<void> => {
    const directory = path.join(root, relative)
    const entries = await readdir(directory, { withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      },
    )
    const siblings = entries.map((entry) => entry.name)
    for (const entry of entries) {
      const name = asked === '' ? entry.name : `${asked}/${entry.name}`
      if (filter(name, entry.isDirectory(), siblings) !== 'copy') continue
      const inside = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) await walk(root, inside, name)
      else if (entry.isFile()) {
        bytes += lstatSync(path.join(root, inside), { throwIfNoEntry: false })?.size ?? 0
        files += 1
      }
      if (Date.now() - breathedAt < BREATHE_MS) continue
      await breathe()
      breathedAt = Date.now()
    }
  }

  await walk(dataDir, '', '')
  for (const { oid, realPath } of await readTablespaces(dataDir))
    if (realPath !== null) await walk(realPath, '', `pg_tblspc/${oid}`)
  return { bytes, files }
}
