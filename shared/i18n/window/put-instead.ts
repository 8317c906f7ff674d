type Sentences = { readonly [key: string]: string | Sentences }

/** A catalogue in which some sentences are replaced; what `instead` does not name stays. */
export function putInstead<T extends Sentences>(catalogue: T, instead: Sentences): T
export function putInstead(catalogue: Sentences, instead: Sentences): Sentences {
  const replaced = Object.entries(instead).map(([key, value]) => {
    const before = catalogue[key]
    return [
      key,
      typeof value === 'string' || typeof before !== 'object' ? value : putInstead(before, value),
    ] as const
  })
  return { ...catalogue, ...Object.fromEntries(replaced) }
}
