import type { ClientLink } from '@orpc/client'

/** One working way to the program, until it breaks. */
export interface Link {
  readonly client: ClientLink<Record<never, never>>
  /** Resolves when it has broken. */
  readonly broken: Promise<void>
}

export type Opened = Link | 'unreachable' | 'wrong-key'

/** Opens a link once; how depends on where the page runs. */
export type OpenLink = () => Promise<Opened>
