import type { CatalogueEntry } from '../../../../shared/model/catalogue-entry.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { CatalogueStep } from '../steps/catalogue.ts'

export const catalogueRunner: StepRunner<CatalogueStep> = {
  before: async ({ name }, { catalogue }) => ({ previous: (await catalogue.get(name)) ?? null }),
  async run({ name, entry }, { catalogue, inside }) {
    if (entry) await catalogue.put(entry)
    else await catalogue.remove(name)
    await inside()
  },
  async undo({ name }, { catalogue }, before) {
    const previous = before['previous'] as CatalogueEntry | null
    if (previous) await catalogue.put(previous)
    else await catalogue.remove(name)
  },
}
