import path from 'node:path'
import { z } from 'zod'
import { catalogueEntrySchema, type CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { openJsonStore } from '../../system/storage/json-store.ts'

/** The instances that this home knows, as its file says at the moment of asking. Several processes may change it at once. */
export interface Catalogue {
  readonly path: string
  /** By name, ascending. */
  list(): Promise<readonly CatalogueEntry[]>
  get(name: string): Promise<CatalogueEntry | undefined>
  /** Adds the entry, or replaces the one of its name. */
  put(entry: CatalogueEntry): Promise<void>
  /** Returns what was taken out; may be repeated. */
  remove(name: string): Promise<CatalogueEntry | undefined>
}

const formatVersion = 1

const contentSchema = z.object({
  instances: z
    .array(catalogueEntrySchema)
    .refine(
      (entries) => new Set(entries.map(({ name }) => name)).size === entries.length,
      'a name stands twice',
    ),
})

/**
 * Opens the catalogue of a home: `catalogue.json`, made by the first change. The home itself must exist.
 *
 * Reading throws `state-file-damaged` (the file stays as it is and nothing is written over it), `state-file-newer` or
 * `state-file-unreadable`; changing throws also `lock-held`, `file-held` and `file-not-written`, the old file unchanged.
 */
export function openCatalogue(home: string): Catalogue {
  const file = path.join(home, 'catalogue.json')
  const store = openJsonStore(file, contentSchema, formatVersion, { instances: [] })
  const list = async () => (await store.read()).instances
  return {
    path: file,
    list,
    get: async (name) => (await list()).find((entry) => entry.name === name),
    put: async (entry) => {
      await store.update(({ instances }) => ({
        instances: sorted([...without(instances, entry.name), entry]),
      }))
    },
    remove: async (name) => {
      let removed: CatalogueEntry | undefined
      await store.update(({ instances }) => {
        removed = instances.find((entry) => entry.name === name)
        return { instances: without(instances, name) }
      })
      return removed
    },
  }
}

const without = (entries: readonly CatalogueEntry[], name: string): CatalogueEntry[] =>
  entries.filter((entry) => entry.name !== name)

const sorted = (entries: readonly CatalogueEntry[]): CatalogueEntry[] =>
  entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
