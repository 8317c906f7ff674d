import type { ConfigLine } from '../../../../shared/model/readings.ts'

/** The settings in whose name or values every word of the search occurs; all for an empty search. */
export function findSettings(settings: readonly ConfigLine[], search: string): readonly ConfigLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return settings
  return settings.filter(({ name, fileValue, serverValue }) => {
    const text = `${name} ${fileValue ?? ''} ${serverValue ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
