import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { readIdentity } from '../../system/process/identity.ts'
import { downloadsDir } from './installation-places.ts'

/** Removes what a killed PgTandem left half done among the downloads: folders that carry the pid of a process that is gone. */
export const removeAbandoned = async (home: string): Promise<void> => {
  const names = await readdir(downloadsDir(home)).catch(() => [])
  await Promise.all(
    names.map(async (name) => {
      const pid = /^\..+\.(?:partial|removing)-(\d+)$/.exec(name)?.[1]
      if (pid === undefined || (await readIdentity(Number(pid))) !== undefined) return
      await rm(path.join(downloadsDir(home), name), { recursive: true, force: true })
    }),
  )
}
