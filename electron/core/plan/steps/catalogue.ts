import type { CatalogueEntry } from '../../../../shared/model/catalogue-entry.ts'
import type { StepBase, Unnumbered } from './step-base.ts'

/** Writes, changes or takes out one entry of the catalogue; undone by putting back the entry that was there. */
export interface CatalogueStep extends StepBase<'catalogue'> {
  /** null takes the entry out. */
  readonly entry: CatalogueEntry | null
  readonly name: string
}

export const registerInstance = (entry: CatalogueEntry): Unnumbered<CatalogueStep> => ({
  kind: 'catalogue',
  instance: entry.name,
  name: entry.name,
  entry,
  title: { key: 'steps.register', params: { name: entry.name } },
  undo: 'inverse',
})

export const forgetInstance = (name: string): Unnumbered<CatalogueStep> => ({
  kind: 'catalogue',
  instance: name,
  name,
  entry: null,
  title: { key: 'steps.forget', params: { name } },
  undo: 'inverse',
})
