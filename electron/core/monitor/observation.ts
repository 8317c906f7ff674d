import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ServerStatus } from '../../postgres/facts/status/parse-status-row.ts'
import type { ObservedState } from '../instances/observed-state.ts'

/** What one poll saw of one instance: its files and process, and its own answer where it gave one. */
export interface Observation {
  readonly entry: CatalogueEntry
  readonly target: InstanceTarget
  readonly files: ObservedState
  /** Null when it does not run or cannot be asked. */
  readonly server: ServerStatus | null
  /** Of the programs that it would be started with; null while it runs and where they are not known. */
  readonly installedVersion: string | null
  /** Asked of the server where the files could not be read. */
  readonly systemIdentifier: string | null
  /** Why it cannot be asked though it runs. */
  readonly unreachable: Unreachable | null
  /** When the server was asked, else when the files were read (ISO, UTC). */
  readonly at: string
}

export interface Unreachable {
  /** An error code. */
  readonly code: string
  /** The server's or the system's own sentence. */
  readonly message: string
}
