import type { ContractClient } from '../../shared/contract/contract.ts'
import type { SessionInfo } from '../../shared/contract/session.ts'

/** How the window stands to the program. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly info: SessionInfo; readonly since: number }
  /** It tries again by itself. `info` is as last heard; null when it never was. */
  | { readonly kind: 'lost'; readonly info: SessionInfo | null }
  /** Only a person can help: the address is from an earlier run. */
  | { readonly kind: 'wrong-key' }

/** The one way from the window to the program. */
export interface Connection {
  /** Calls go to the present link; without one they fail as `lost`. */
  readonly api: ContractClient
  readonly state: () => ConnectionState
  /** Returns what ends it. */
  readonly onChange: (listener: (state: ConnectionState) => void) => () => void
}
