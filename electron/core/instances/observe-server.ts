import { PgTandemError, type ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { ReplicationRow } from '../../../shared/model/instance-status.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import { openSession, type Session } from '../../postgres/connection/connect.ts'
import { parseServerFacts } from '../../postgres/facts/server-facts/parse.ts'
import { serverFactsQuery } from '../../postgres/facts/server-facts/query.ts'
import { parseStatusRow, type ServerStatus } from '../../postgres/facts/status/parse-status-row.ts'
import { statusQuery, systemIdentifierQuery } from '../../postgres/facts/status/status-query.ts'
import { majorFromVersionNum } from '../../postgres/facts/versions.ts'
import type { ServerFacts } from '../operations/world.ts'

export type ServerAnswer =
  | {
      readonly kind: 'server'
      readonly facts: ServerFacts
      readonly timeline: number | null
      readonly systemIdentifier: string | null
    }
  /** `message` is the server's or the system's own sentence. */
  | { readonly kind: 'unreachable'; readonly code: ErrorCode; readonly message: string }

export interface ReadServerOptions {
  /** One that is open already, and is left open; else one is opened for this and closed. */
  readonly session?: Session
  /** Settings to look at besides those that every plan looks at. */
  readonly extraSettings?: readonly string[]
  readonly signal?: AbortSignal
}

const connectTimeoutMs = 3_000
const statementTimeoutMs = 5_000

/**
 * What plans want to know from a running server, in one round trip; one more where its major version is not known from
 * its files. Throws `cancelled` only; every other failure is `unreachable`.
 *
 * The system identifier is asked for only where files could not tell it.
 */
export async function readServerFacts(
  target: InstanceTarget,
  knownMajor: Major | null,
  options: ReadServerOptions = {},
): Promise<ServerAnswer> {
  const { session: open, extraSettings, signal } = options
  try {
    const session =
      open ??
      (await openSession(target, {
        connectTimeoutMs,
        statementTimeoutMs,
        ...(signal === undefined ? {} : { signal }),
      }))
    try {
      const major = knownMajor ?? (await readMajor(session))
      const identifier = knownMajor === null ? systemIdentifierQuery(major) : null
      const parts = [
        statusQuery(major),
        serverFactsQuery(major, extraSettings),
        ...(identifier === null ? [] : [identifier]),
      ]
      const answers = await session.simple(parts.join(';\n'))
      const [status, facts, systemIdentifier] = answers.map(({ rows }) => rows[0]?.[0] ?? null)
      return { ...parseAnswer(status, facts), systemIdentifier: systemIdentifier ?? null }
    } finally {
      if (open === undefined) void session.close().catch(() => undefined)
    }
  } catch (error) {
    if (!(error instanceof PgTandemError) || error.code === 'cancelled') throw error
    const { message } = error.params
    return {
      kind: 'unreachable',
      code: error.code,
      message: typeof message === 'string' ? message : error.message,
    }
  }
}

async function readMajor(session: Session): Promise<Major> {
  const [row] = await session.query(`select current_setting('server_version_num') as num`)
  return majorFromVersionNum(Number(row?.['num']))
}

function parseAnswer(statusText: string | null | undefined, factsText: string | null | undefined) {
  const status = parseStatusRow({ status: statusText })
  const facts = parseServerFacts(factsText ?? '')
  return {
    kind: 'server' as const,
    timeline: status.timeline,
    facts: {
      inRecovery: status.inRecovery,
      superuser: facts.superuser,
      settings: facts.settings,
      roles: facts.roles,
      slots: status.slots.map(({ slotName, active, walStatus, retainedBytes }) => ({
        name: slotName,
        active,
        walStatus,
        retainedBytes,
      })),
      tablespaces: facts.tablespaces,
      replication: status.replication.map(toReplicationRow),
      clientConnections: facts.clientConnections,
      walSenders: facts.walSenders,
      replayPaused: status.replayPaused ?? false,
    },
  }
}

function toReplicationRow(row: ServerStatus['replication'][number]): ReplicationRow {
  const {
    clientHostname: _hostname,
    backendXmin: _xmin,
    backendStart,
    replyTime,
    applicationName,
    ...rest
  } = row
  return {
    ...rest,
    applicationName: applicationName ?? '',
    backendStart: backendStart?.toISOString() ?? null,
    replyTime: replyTime?.toISOString() ?? null,
  }
}
