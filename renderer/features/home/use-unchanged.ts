import { useState } from 'react'

/** The value of an earlier render for as long as it says the same, so that nothing below is drawn or laid out again. */
export function useUnchanged<T>(value: T): T {
  const said = JSON.stringify(value)
  const [kept, setKept] = useState({ value, said })
  if (kept.said === said) return kept.value
  setKept({ value, said })
  return value
}
