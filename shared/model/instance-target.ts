/**
 * PostgreSQL's major version as a number: 9.3 to 9.6, then 10 to 19.
 *
 * Numbers keep comparisons plain: `major >= 12` means "signal files instead of recovery.conf".
 */
export type Major = number

/** Where one instance stands and how it is reached: all that a step needs to act on it. Holds no secret, only its place. */
export interface InstanceTarget {
  readonly name: string
  readonly dataDir: string
  /** Folder of the server programs that match the data directory's major version. */
  readonly binDir: string
  readonly major: Major
  readonly port: number
  /** `127.0.0.1`, or the socket directory where only peer authentication is open (Debian). */
  readonly host: string
  /** Superuser, normally `postgres`. */
  readonly user: string
  /** A pgpass file that only the account can read; null where none is needed (peer, trust). */
  readonly passfile: string | null
  /** postgresql.conf; outside the data directory on Debian. */
  readonly configFile: string
  readonly hbaFile: string
  /** What pg_ctl's -l gets; always outside the data directory. */
  readonly logFile: string
}
