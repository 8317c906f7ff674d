/** What each kind of evidence names. Files and folders are full paths, servers are `host:port`. */
interface SourceParams {
  /** By what it holds, or by being there. */
  readonly file: { readonly file: string }
  readonly absent: { readonly file: string }
  readonly unreadable: { readonly file: string }
  /** pg_control, and its state in pg_controldata's words. */
  readonly control: { readonly file: string; readonly state: string }
  /** A pid file that names a live server. */
  readonly process: { readonly file: string; readonly pid: number }
  /** The same, and what line 8 of it says (from 10). */
  readonly 'process-status': { readonly file: string; readonly pid: number; readonly status: string }
  /** A pid file that is not there, or whose process is dead or another program's. */
  readonly 'no-process': { readonly file: string }
  /** The Windows service that runs it. */
  readonly service: { readonly service: string }
  readonly answers: { readonly server: string }
  readonly silent: { readonly server: string }
  /** Why a server could not be asked, in its own words or the system's. */
  readonly said: { readonly server: string; readonly message: string }
  /** A function, setting or column that the server was asked for. */
  readonly query: { readonly server: string; readonly query: string }
  /** The version of the programs that it is started with. */
  readonly installation: { readonly folder: string }
  readonly setting: { readonly file: string; readonly setting: string }
  readonly catalogue: Readonly<Record<never, never>>
  readonly default: Readonly<Record<never, never>>
}

export type EvidenceCode = keyof SourceParams

/** One thing that was looked at: data, to be said in any language by `describeEvidence`. */
export type EvidenceSource = {
  readonly [Code in EvidenceCode]: { readonly code: Code; readonly params: SourceParams[Code] }
}[EvidenceCode]

/** What a field of a status was read from, and when it was looked at (ISO, UTC). */
export interface Evidence {
  readonly sources: readonly EvidenceSource[]
  readonly at: string
}
