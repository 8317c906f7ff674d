import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { Catalogue } from './catalogue.ts'
import { observeState } from './observe-state.ts'
import { targetOf } from './target.ts'

/** Leads from a name to an instance; an unknown name throws `unknown-instance`. */
export interface InstanceFinder {
  entryOf(this: void, name: string): Promise<CatalogueEntry>
  /** How it is reached now: its files are looked at. */
  find(this: void, name: string): Promise<InstanceTarget>
}

export function createInstanceFinder(catalogue: Pick<Catalogue, 'get'>): InstanceFinder {
  const entryOf = async (name: string): Promise<CatalogueEntry> => {
    const entry = await catalogue.get(name)
    if (!entry) throw new PgTandemError('unknown-instance', { name })
    return entry
  }
  return {
    entryOf,
    async find(name) {
      const entry = await entryOf(name)
      return targetOf(entry, await observeState(entry))
    },
  }
}
