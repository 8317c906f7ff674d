import type { Confirmation } from './plan-preview.ts'

/** The same as long as the same is asked of a person; connections come and go by themselves. */
export const whatIsAsked = (confirmations: readonly Confirmation[]): string =>
  JSON.stringify(confirmations, (key, value: unknown) => (key === 'count' ? undefined : value))
