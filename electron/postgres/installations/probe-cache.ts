import { mkdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { writeFileAtomic } from '../../system/storage/atomic-file.ts'
import { knownTools, programPath, type Installation } from './installation.ts'

const entrySchema = z.object({
  /** Modification time and size of the server program, when it was run. */
  stamp: z.string(),
  version: z.string(),
  major: z.number(),
  tools: z.array(z.enum(knownTools)),
  shareDir: z.string().optional(),
})

/** What `installations.json` holds: what each folder answered when it was last run. */
export const probeCacheSchema = z.object({ schema: z.literal(1), probes: z.record(z.string(), entrySchema) })

export type ProbeCache = z.infer<typeof probeCacheSchema>

export const emptyProbeCache: ProbeCache = { schema: 1, probes: {} }

/** Reads a stamp that changes when the server program or the set of programs beside it does; undefined without a server. */
export const readProbeStamp = async (binDir: string): Promise<string | undefined> => {
  const [program, folder] = await Promise.all([
    stat(programPath(binDir, 'postgres')).catch(() => undefined),
    stat(binDir).catch(() => undefined),
  ])
  if (program === undefined || folder === undefined) return undefined
  return [program.mtimeMs, program.size, folder.mtimeMs].join(' ')
}

/** The remembered installation, if its stamp still holds. */
export const findInCache = (
  cache: ProbeCache,
  binDir: string,
  stamp: string,
): Omit<Installation, 'source'> | undefined => {
  const entry = cache.probes[binDir]
  if (entry === undefined || entry.stamp !== stamp) return undefined
  const { version, major, tools, shareDir } = entry
  return { version, major, binDir, tools, ...(shareDir === undefined ? {} : { shareDir }) }
}

/** The cache with one more answer. */
export const addToCache = (cache: ProbeCache, installation: Installation, stamp: string): ProbeCache => {
  const { version, major, binDir, tools, shareDir } = installation
  const entry = { stamp, version, major, tools: [...tools], ...(shareDir === undefined ? {} : { shareDir }) }
  return { schema: 1, probes: { ...cache.probes, [binDir]: entry } }
}

/** Reads the cache; an empty one where the file is missing, damaged or another version's: it holds nothing that cannot be asked again. */
export const readProbeCache = async (file: string): Promise<ProbeCache> => {
  try {
    return probeCacheSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return emptyProbeCache
  }
}

/** Writes the cache, for this account only. */
export const writeProbeCache = async (file: string, cache: ProbeCache): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFileAtomic(file, `${JSON.stringify(cache, null, 2)}\n`, { mode: 0o600 })
}
