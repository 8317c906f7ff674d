import type { InstanceView } from '../../../../shared/model/live-state.ts'

/** One standby of an upstream: as that sees it, or as it is remembered while it is away. */
export interface StandbyRow {
  /** Null: it belongs to no instance here. */
  readonly name: string | null
  readonly applicationName: string | null
  /** Of pg_stat_replication; null while it is away. */
  readonly state: string | null
  readonly syncState: string | null
  readonly syncPriority: number | null
}

/** Every standby that streams from `upstream`, and those that should. */
export function standbysOf(
  upstream: InstanceView | undefined,
  instances: readonly InstanceView[],
): readonly StandbyRow[] {
  if (upstream === undefined) return []
  const own = instances.filter((view) => view.upstream === upstream.name)
  const streaming = upstream.replication.map(
    ({ applicationName, state, syncState, syncPriority }): StandbyRow => {
      const instance = own.find(({ entry }) => entry.applicationName === applicationName)
      return { name: instance?.name ?? null, applicationName, state, syncState, syncPriority }
    },
  )
  const seen = new Set(streaming.map(({ name }) => name))
  const away = own
    .filter(({ name }) => !seen.has(name))
    .map(({ name, entry }): StandbyRow => ({
      name,
      applicationName: entry.applicationName,
      state: null,
      syncState: null,
      syncPriority: null,
    }))
  return [...streaming, ...away]
}

/** Commits wait for standbys of which none streams: every write hangs. */
export const commitsHang = (upstream: InstanceView, synchronousNames: string): boolean =>
  upstream.state === 'running' &&
  upstream.role === 'primary' &&
  synchronousNames.trim() !== '' &&
  !upstream.replication.some(({ syncState }) => syncState === 'sync' || syncState === 'quorum')
