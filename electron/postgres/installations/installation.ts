import path from 'node:path'
import type { ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { TextParams } from '../../../shared/i18n/text.ts'
import type { InstallationSource } from '../../../shared/model/installation.ts'
import type { Major } from '../../../shared/model/instance-target.ts'

/** The programs that PgTandem looks for in an installation; `initdb`, `pg_ctl` and `postgres` are all it cannot do without. */
export const knownTools = [
  'initdb',
  'pg_ctl',
  'postgres',
  'psql',
  'pg_basebackup',
  'pg_rewind',
  'pg_controldata',
  'pg_checksums',
  'pg_isready',
  'pg_dump',
  'pg_dumpall',
  'pg_restore',
  'pg_receivewal',
  'pg_resetwal',
  'pg_waldump',
  'pg_verifybackup',
  'pg_combinebackup',
] as const

export type Tool = (typeof knownTools)[number]

/** A set of server programs of one version that was run and answered. */
export interface Installation {
  /** As PostgreSQL prints it: `18.4`, `9.6.24`, `19beta1`. */
  readonly version: string
  readonly major: Major
  /** Real path: no symbolic link in it. */
  readonly binDir: string
  readonly source: InstallationSource
  readonly tools: readonly Tool[]
  /** Folder of the sample files; absent where none was found. */
  readonly shareDir?: string
}

/** A folder that looks like an installation, and why it is none that can be used. */
export interface BrokenInstallation {
  readonly binDir: string
  readonly source: InstallationSource
  readonly code: ErrorCode
  readonly params: TextParams
}

/** A folder that may be an installation. */
export interface Candidate {
  readonly binDir: string
  readonly source: InstallationSource
}

/** The full path of a program in an installation. */
export const programPath = (
  binDir: string,
  tool: string,
  platform: NodeJS.Platform = process.platform,
): string => (platform === 'win32' ? path.win32.join(binDir, `${tool}.exe`) : path.join(binDir, tool))

/** Whether everything is there that a clone, a rejoin and a look inside need, not only what a server needs. */
export const hasFullTools = (installation: Pick<Installation, 'tools'>): boolean =>
  (['psql', 'pg_basebackup', 'pg_rewind', 'pg_controldata'] as const).every((tool) =>
    installation.tools.includes(tool),
  )

/** Whether a probe's answer is one of failure. */
export const isBroken = (probed: Installation | BrokenInstallation): probed is BrokenInstallation =>
  'code' in probed
