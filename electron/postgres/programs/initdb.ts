import { versionFacts } from '../facts/versions.ts'
import { runProgram, type ProgramResult, type RunOptions } from '../../system/process/run-program.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import { programPath } from '../installations/installation.ts'
import { programEnv } from './program-env.ts'

/** A data directory to be. */
export interface InitdbRequest {
  readonly binDir: string
  readonly major: Major
  /** Absent or empty; initdb fills it, and empties it again when it fails. */
  readonly dataDir: string
  /** Superuser to make. */
  readonly user: string
  /** File with the superuser's password in its first line, readable by this account; needed unless `auth` is trust or peer. */
  readonly pwfile?: string
  readonly auth: 'scram-sha-256' | 'md5' | 'trust' | 'peer'
  /** libc locale; `C` works everywhere, while the system's own may not fit UTF8 on Windows (facts, C74). */
  readonly locale: string
  readonly encoding: 'UTF8'
  readonly checksums: boolean
  /** WAL on another disk. */
  readonly walDir?: string
  /** For tests only: a crash of the machine right afterwards may lose files. */
  readonly noSync?: boolean
}

/** The arguments of initdb for a version. Checksums are said outright from 18 on, where they became the default. */
export const initdbArgs = (request: InitdbRequest): readonly string[] => {
  const facts = versionFacts(request.major)
  const withoutChecksums = facts.initdbHasNoDataChecksums ? ['--no-data-checksums'] : []
  return [
    '-D',
    request.dataDir,
    '-U',
    request.user,
    '-A',
    request.auth,
    ...(request.pwfile === undefined ? [] : [`--pwfile=${request.pwfile}`]),
    '-E',
    request.encoding,
    `--locale=${request.locale}`,
    ...(request.checksums ? ['--data-checksums'] : withoutChecksums),
    ...(request.walDir === undefined ? [] : [`${facts.initdbWalDirOption}=${request.walDir}`]),
    ...(request.noSync === true ? ['--nosync'] : []),
  ]
}

/** Makes a data directory. Throws `program-failed` with initdb's last lines; what it wrote is removed by initdb itself, after a cancel perhaps not. */
export const runInitdb = (request: InitdbRequest, options: RunOptions = {}): Promise<ProgramResult> =>
  runProgram(programPath(request.binDir, 'initdb'), initdbArgs(request), {
    timeoutMs: 300_000,
    ...options,
    env: { ...programEnv(request.binDir), ...options.env },
  })
