import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { startOrder } from '../../../shared/model/start-order.ts'

/**
 * The instances that replicate with this one, itself among them: its whole cascade, each before its standbys. A primary
 * that was superseded belongs to none: a client that writes must not find it.
 */
export function findCluster<Entry extends Pick<CatalogueEntry, 'name' | 'upstream' | 'supersededBy'>>(
  entry: Entry,
  entries: readonly Entry[],
): readonly Entry[] {
  const current = entries.filter(({ supersededBy }) => supersededBy === null)
  const byName = new Map(current.map((one) => [one.name, one]))
  const rootOf = (one: Entry, seen: readonly string[] = []): string => {
    const upstream = one.upstream === null ? undefined : byName.get(one.upstream)
    return upstream === undefined || seen.includes(one.name)
      ? one.name
      : rootOf(upstream, [...seen, one.name])
  }
  const root = rootOf(entry)
  const members = current.filter((one) => rootOf(one) === root)
  return startOrder(members).flatMap((name) => byName.get(name) ?? [])
}
