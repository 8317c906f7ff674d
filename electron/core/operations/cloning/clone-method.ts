import { refuse, type Refusal } from '../operation.ts'
import type { InstallationFacts, InstanceFacts, World } from '../world.ts'

export interface CloneMethod {
  readonly method: 'copy' | 'basebackup'
  /** Folder of the pg_basebackup that is used; null for `copy`. */
  readonly programDir: string | null
}

/**
 * How the files get to the standby: copied while the server is in backup mode where they can be read (it needs no tool
 * that the bundled binaries lack, and is the guides' way), else by pg_basebackup, else not at all.
 */
export function chooseCloneMethod(
  wanted: 'auto' | 'copy' | 'basebackup',
  source: InstanceFacts,
  world: World,
): CloneMethod | Refusal {
  const { name } = source.entry
  if (wanted !== 'basebackup' && source.filesReadable) return { method: 'copy', programDir: null }
  if (wanted === 'copy') return refuse('files-not-readable', { name, path: source.entry.dataDir })
  const program = basebackupFor(source, world)
  if (program) return { method: 'basebackup', programDir: program.binDir }
  return refuse(source.filesReadable ? 'no-pg-basebackup-to-copy-with' : 'no-pg-basebackup', {
    name,
    major: source.target.major,
  })
}

/** Of the source's own installation, else the nearest newer one: pg_basebackup reads older servers, never newer ones. */
function basebackupFor(source: InstanceFacts, world: World): InstallationFacts | undefined {
  const able = world.installations.filter(
    ({ tools, major }) => tools.includes('pg_basebackup') && major >= source.target.major,
  )
  return (
    able.find(({ binDir }) => binDir === source.entry.binDir) ?? able.toSorted((a, b) => a.major - b.major)[0]
  )
}
