/** Where the playground's rows stand: a database of its own, so that it can be taken away without a trace. */
export const playgroundDatabase = 'pgtandem_playground'
export const playgroundTable = 'arrivals'

/** What the playground stands on. */
export interface PlaygroundState {
  readonly database: string
  readonly table: string
  readonly rows: number
}

/** A row that was inserted on the primary, and when the standby showed it. */
export interface ArrivedRow {
  readonly id: number
  readonly text: string
  readonly commitMs: number
  /** From commit to seen; null: not within the deadline. */
  readonly arrivedMs: number | null
}

/** How a write load goes, twice a second. */
export interface LoadReport {
  readonly rowsWritten: number
  readonly rowsPerSecond: number
  /** Of the slowest commit since the last report. */
  readonly slowestCommitMs: number
  /** A commit that has been waiting for longer than two seconds: a synchronous standby is away. */
  readonly stalledMs: number | null
}

/** The relay between a standby and its upstream. */
export interface LinkState {
  readonly standby: string
  readonly upstream: string
  readonly port: number
  /** Of what the upstream sends; replies go at once. A new connection reaches it only at that age. */
  readonly delayMs: number
  /** Of what the upstream sends; null: no limit. */
  readonly bytesPerSecond: number | null
  readonly cut: boolean
  readonly connections: number
  /** From the upstream, since the link was put in. */
  readonly bytesForwarded: number
}
