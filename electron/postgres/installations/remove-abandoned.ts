import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { readIdentity } from '../../system/process/identity.ts'
import { downloadsDir } from './installation-places.ts'

/** A folder among the downloads that no other work of this process, or of another one, uses. */
export const scratchIn = (home: string, what: string, how: 'partial' | 'removing'): string =>
  path.join(downloadsDir(home), `.${what}.${how}-${process.pid}-${randomUUID().slice(0, 8)}`)

/** Removes what a killed PgTandem left half done among the downloads: folders that carry the pid of a process that is gone. */
export const removeAbandoned = async (home: string): Promise<void> => {
  const names = await readdir(downloadsDir(home)).catch(() => [])
  await Promise.all(
    names.map(async (name) => {
      const pid = /^\..+\.(?:partial|removing)-(\d+)(?:-[\da-f]+)?$/.exec(name)?.[1]
      if (pid === undefined || (await readIdentity(Number(pid))) !== undefined) return
      await rm(path.join(downloadsDir(home), name), { recursive: true, force: true })
    }),
  )
}
