import type { FoundServer } from '../../../shared/model/readings.ts'

/** A place that may hold a server's data, by whatever named it. */
export interface FoundPlace {
  readonly dataDir: string
  /** postgresql.conf where it lies elsewhere; null: inside, or not known. */
  readonly configFile: string | null
  /** As far as the place tells; null: not. */
  readonly version: string | null
  readonly port: number | null
  readonly source: FoundServer['source']
  readonly label: string
}
