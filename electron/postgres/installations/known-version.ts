import { realpath } from 'node:fs/promises'
import type { Major } from '../../../shared/model/instance-target.ts'
import { probeCacheFile } from './installation-places.ts'
import { findInCache, readProbeCache, readProbeStamp } from './probe-cache.ts'

/** What the server programs of a folder answered when they were last run. */
export interface KnownVersion {
  /** As PostgreSQL prints it: `18.4`. */
  readonly version: string
  readonly major: Major
}

/** Resolves to undefined for a folder that was never run, or whose programs have changed since. Never throws. */
export type KnownVersionReader = (binDir: string) => Promise<KnownVersion | undefined>

/** Tells the versions of installations without running anything, so that every poll may ask: it takes a few stats. */
export function createKnownVersionReader(home: string): KnownVersionReader {
  const remembered = new Map<string, { readonly stamp: string; readonly known: KnownVersion }>()
  return async (binDir) => {
    const folder = await realpath(binDir).catch(() => binDir)
    const stamp = await readProbeStamp(folder)
    if (stamp === undefined) return undefined
    const before = remembered.get(folder)
    if (before?.stamp === stamp) return before.known
    const known = findInCache(await readProbeCache(probeCacheFile(home)), folder, stamp)
    if (known !== undefined) remembered.set(folder, { stamp, known })
    return known
  }
}
