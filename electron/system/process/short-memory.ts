/** What was found out, for as long as it may be believed. */
export interface ShortMemory<Key, Value> {
  /** Undefined when it was never set, was forgotten, or is too old. */
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => void
  readonly forget: (key: Key) => void
}

/** Creates a memory that keeps each value for so long after it was set; reading it does not prolong it. */
export const createShortMemory = <Key, Value>(
  keepMs: number,
  now: () => number = () => performance.now(),
): ShortMemory<Key, Value> => {
  const kept = new Map<Key, { readonly value: Value; readonly untilMs: number }>()
  return {
    get(key) {
      const found = kept.get(key)
      if (found !== undefined && found.untilMs > now()) return found.value
      kept.delete(key)
      return undefined
    },
    set: (key, value) => void kept.set(key, { value, untilMs: now() + keepMs }),
    forget: (key) => void kept.delete(key),
  }
}
