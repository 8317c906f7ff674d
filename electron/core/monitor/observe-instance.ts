import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import { openSession, type Session } from '../../postgres/connection/connect.ts'
import { parseStatusRow, type ServerStatus } from '../../postgres/facts/status/parse-status-row.ts'
import { statusQuery, systemIdentifierQuery } from '../../postgres/facts/status/status-query.ts'
import { majorFromVersionNum } from '../../postgres/facts/versions.ts'
import type { KnownVersionReader } from '../../postgres/installations/known-version.ts'
import { isToldPath } from '../../system/platform/told-path.ts'
import type { ObservedState } from '../instances/observed-state.ts'
import { observeState } from '../instances/observe-state.ts'
import { targetOf } from '../instances/target.ts'
import type { Observation, Unreachable } from './observation.ts'

const CONNECT_TIMEOUT_MS = 3_000
const STATEMENT_TIMEOUT_MS = 5_000

/** Opens the session that polls go over: it does not wait long, and no statement of it runs long. */
export const openPollSession = (target: InstanceTarget): Promise<Session> =>
  openSession(target, { connectTimeoutMs: CONNECT_TIMEOUT_MS, statementTimeoutMs: STATEMENT_TIMEOUT_MS })

export interface ObserveInstanceOptions {
  /** One kept open from the last poll; else one is opened, and handed to `onSession` or closed. */
  readonly session?: Session | undefined
  /** Takes the session over, to close it or to keep it. */
  readonly onSession?: (session: Session) => void
  /** See `observeState`. */
  readonly fast?: boolean
  /** Tells the full version of a server that does not run; its files hold the major version only. */
  readonly readKnownVersion?: KnownVersionReader
}

/**
 * Looks at one instance: its files and process first, then, if it runs, one query. Never throws for what an instance does.
 *
 * A server that dies between the two looks is looked at once more, so that it is not called unreachable.
 */
export async function observeInstance(
  entry: CatalogueEntry,
  options: ObserveInstanceOptions = {},
): Promise<Observation> {
  const first = await observeOnce(entry, options)
  const vanished =
    first.unreachable?.code === 'server-unreachable' || first.unreachable?.code === 'connection-lost'
  return vanished ? observeOnce(entry, { ...options, session: undefined }) : first
}

async function observeOnce(entry: CatalogueEntry, options: ObserveInstanceOptions): Promise<Observation> {
  const files = await observeState(entry, { fast: options.fast === true })
  const target = targetOf(entry, files)
  const installedVersion = await readInstalledVersion(entry, files, options)
  const silent = { entry, target, files, server: null, systemIdentifier: null, installedVersion }
  const asks = files.state === 'running' || files.state === 'starting' || files.state === 'unreachable'
  if (!asks) return { ...silent, unreachable: null, at: now() }
  try {
    const answer = await ask(target, files, options)
    if (!files.filesReadable && (await isAnotherServer(entry, answer.server))) {
      return { ...silent, files: { ...files, state: 'stopped' }, unreachable: null, at: now() }
    }
    const told =
      files.major === null
        ? { ...target, major: majorFromVersionNum(answer.server.serverVersionNum) }
        : target
    return {
      ...silent,
      ...answer,
      target: told,
      unreachable: null,
      at: answer.server.observedAt?.toISOString() ?? now(),
    }
  } catch (error) {
    if (!(error instanceof PgTandemError)) throw error
    return { ...silent, ...whileUnreachable(files, reasonOf(error)), at: now() }
  }
}

/** Of a server that lives only it can tell: its programs may have been replaced since it was started. */
async function readInstalledVersion(
  { binDir }: CatalogueEntry,
  { pid, major }: ObservedState,
  { readKnownVersion }: ObserveInstanceOptions,
): Promise<string | null> {
  if (pid !== null || major === null) return null
  const known = await readKnownVersion?.(binDir)
  return known?.major === major ? known.version : null
}

interface Answer {
  readonly server: ServerStatus
  readonly systemIdentifier: string | null
}

async function ask(
  target: InstanceTarget,
  files: ObservedState,
  options: ObserveInstanceOptions,
): Promise<Answer> {
  const kept = options.session
  const session = kept ?? (await openPollSession(target))
  try {
    const major = files.major ?? (await readMajor(session))
    const [row] = await session.prepared('pgtandem-status', statusQuery(major))
    const server = parseStatusRow(row)
    const sql = files.systemIdentifier === null ? systemIdentifierQuery(major) : null
    const systemIdentifier = sql === null ? null : await readSystemIdentifier(session, sql)
    return { server, systemIdentifier }
  } finally {
    if (kept === undefined) {
      if (options.onSession === undefined) await session.close().catch(() => undefined)
      else options.onSession(session)
    }
  }
}

async function readMajor(session: Session): Promise<Major> {
  const [row] = await session.query(`select current_setting('server_version_num') as number`)
  return majorFromVersionNum(Number(row?.['number']))
}

/** Null where this role may not ask. */
async function readSystemIdentifier(session: Session, sql: string): Promise<string | null> {
  const [row] = await session.query(sql).catch(() => [])
  return row?.['system_identifier'] ?? null
}

async function isAnotherServer({ dataDir }: CatalogueEntry, { settings }: ServerStatus): Promise<boolean> {
  const theirs = settings['data_directory'] ?? null
  return theirs !== null && !(await isToldPath(theirs, dataDir))
}

const reasonOf = ({ code, params, message }: PgTandemError): Unreachable => ({
  code,
  message: typeof params['message'] === 'string' ? params['message'] : message,
})

/** A server that says it is starting or stopping is believed; one that says nothing while it starts is starting. */
function whileUnreachable(
  files: ObservedState,
  unreachable: Unreachable,
): Pick<Observation, 'files' | 'unreachable'> {
  if (unreachable.code === 'server-starting') {
    if (/shutting down/.test(unreachable.message))
      return { files: { ...files, state: 'stopping' }, unreachable: null }
    const lasting = /not accepting connections/.test(unreachable.message)
    if (!lasting) return { files: { ...files, state: 'starting' }, unreachable: null }
  }
  if (files.state === 'starting') return { files, unreachable: null }
  return { files: { ...files, state: 'unreachable' }, unreachable }
}

const now = (): string => new Date().toISOString()
