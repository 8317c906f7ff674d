/** Where the web face takes WebSockets. */
export const rpcPath = '/rpc'

/** The first frame of a page, within `keyWithinMs`; answered by `{"ok":true}`, after which the socket is oRPC's. */
export interface KeyFrame {
  readonly key: string
}
export const keyWithinMs = 2000

/** Why the web face closes a socket. */
export const closeCodes = {
  /** What came is no frame of the protocol. */
  badFrame: 4400,
  /** No key in time, or a wrong one: trying again is no use. */
  wrongKey: 4401,
  /** The page takes its answers too slowly. */
  tooSlow: 4408,
  /** The program ends. */
  goingAway: 1001,
} as const
