import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { versionFacts } from '../facts/versions.ts'
import type { TablespaceMapping } from './tablespaces.ts'

export interface BasebackupRequest {
  readonly source: Pick<InstanceTarget, 'host' | 'port' | 'user' | 'major'>
  readonly targetDir: string
  readonly label: string
  /** WAL is streamed through it meanwhile (9.6 and later); null: without one. */
  readonly slot: string | null
  readonly tablespaces: readonly TablespaceMapping[]
}

const escapeMapping = (folder: string) => folder.replaceAll('=', '\\=')

/**
 * pg_basebackup's arguments for one base backup: fast checkpoint, WAL streamed, progress, never asking for a password, and
 * no backup_manifest, which only pg_verifybackup reads.
 *
 * The program must be of the source's major version or, for sources from 10 on, a newer one.
 */
export const buildBasebackupArguments = (request: BasebackupRequest): readonly string[] => {
  const { source, slot } = request
  const facts = versionFacts(source.major)
  const connection = ['-h', source.host, '-p', String(source.port), '-U', source.user, '-w']
  const kind = [
    '-D',
    request.targetDir,
    '-F',
    'plain',
    '-c',
    'fast',
    '-X',
    'stream',
    '-l',
    request.label,
    '-P',
    '-v',
  ]
  return [
    ...connection,
    ...kind,
    ...(slot !== null && facts.basebackupHasSlot ? ['-S', slot] : []),
    ...(facts.basebackupHasNoSync ? ['--no-sync'] : []),
    ...(facts.basebackupHasManifest ? ['--no-manifest'] : []),
    ...request.tablespaces.flatMap(({ from, to }) => ['-T', `${escapeMapping(from)}=${escapeMapping(to)}`]),
  ]
}

/** `12345/67890 kB (18%), 0/1 tablespace …`: what pg_basebackup has done and expects, in bytes; null for another line. */
export const parseBasebackupProgress = (
  line: string,
): { readonly bytesDone: number; readonly bytesTotal: number } | null => {
  const match = /^\s*(\d+)\/(\d+) kB \(\d+%\), \d+\/\d+ tablespaces?\b/.exec(line)
  if (match === null) return null
  return { bytesDone: Number(match[1]) * 1024, bytesTotal: Number(match[2]) * 1024 }
}

/** Where its verbose output says that the needed WAL ends (up to 9.6 it says "transaction log"); null for another line. */
export const parseWalEnd = (line: string): string | null =>
  /(?:write-ahead|transaction) log end point: ([0-9A-F]+\/[0-9A-F]+)/.exec(line)?.[1] ?? null
