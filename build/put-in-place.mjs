// Builds happen beside their place: a program that starts meanwhile finds the old one or the new one, never half of one.
import { rename, rm } from 'node:fs/promises'

/** A folder beside `outDir` that no other build uses. */
export const draftOf = (outDir) => `${outDir}.building-${process.pid}`

/** Replaces a folder of ours as a whole. */
export async function putInPlace(draft, outDir) {
  const old = `${draft}-old`
  await rename(outDir, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(draft, outDir)
  await rm(old, { recursive: true, force: true })
}
