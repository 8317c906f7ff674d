import net from 'node:net'
import { Client, type ClientConfig, type CustomTypesConfig } from 'pg'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { readPassword } from '../credentials/passfile.ts'
import { sendCancelRequest } from './cancel-request.ts'
import { runSimple, type StatementResult } from './run-simple.ts'
import { toConnectError, toStatementError, type SessionPlace } from './server-error.ts'

/** The application_name of our short sessions; `endOwnSessions` ends those. */
export const APPLICATION_NAME = 'pgtandem'

/** For what is under way and worth some patience: a busy machine takes seconds to start one more process of a server. */
export const PATIENT_CONNECT_MS = 15_000

export type SessionTarget = Pick<InstanceTarget, 'name' | 'host' | 'port' | 'user' | 'passfile'>

export interface SessionOptions {
  /** Default `postgres`. */
  readonly database?: string
  /** Default 5000. */
  readonly connectTimeoutMs?: number
  /** The server ends a statement after this time; absent: no limit. */
  readonly statementTimeoutMs?: number
  /** Default `pgtandem`. */
  readonly applicationName?: string
  /** Instead of the passfile's. */
  readonly password?: string
  /** Ends the session at once, with the statement that it runs. */
  readonly signal?: AbortSignal
}

/** A row as PostgreSQL's own text: numbers, LSNs, times and booleans (`t`, `f`) too. */
export type Row = Readonly<Record<string, string | null>>

/** One open connection. Statements given at once run one after the other. */
export interface Session {
  readonly processId: number
  query(sql: string, params?: readonly (string | number | null)[]): Promise<readonly Row[]>
  /** As `query`, planned by the server once for this session: for statements that are asked again and again. */
  prepared(name: string, sql: string): Promise<readonly Row[]>
  /**
   * Runs a text of any number of statements in one go (simple protocol) and returns each one's result, with its first
   * `maxRows` rows; the others are dropped as they come.
   */
  simple(sql: string, maxRows?: number): Promise<readonly StatementResult[]>
  /** Returns what ends the listening. */
  onNotice(listener: (severity: string, message: string) => void): () => void
  /** May be called again. */
  close(): Promise<void>
  /** Resolves once the connection is gone: `closed` by us, or `lost`, with what was said. Never rejects. */
  readonly closed: Promise<SessionEnd>
}

export type SessionEnd = { readonly kind: 'closed' } | { readonly kind: 'lost'; readonly message: string }

const asText = { getTypeParser: () => (value: unknown) => value } as unknown as CustomTypesConfig

/** Everything is named here: whatever is left out, the driver would take from PGxxx variables of the environment. */
const buildConfig = (
  place: SessionPlace,
  options: SessionOptions,
  password: string,
  socket: net.Socket,
): ClientConfig & { readonly replication: string } => ({
  host: place.host,
  port: place.port,
  user: place.user,
  database: place.database,
  password: () => password,
  ssl: false,
  sslnegotiation: 'postgres',
  client_encoding: 'UTF8',
  application_name: options.applicationName ?? APPLICATION_NAME,
  connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
  ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
  options: '-c client_encoding=UTF8',
  replication: 'false',
  types: asText,
  stream: () => socket,
})

const keyOf = (client: Client) => {
  const { processID, secretKey } = client as unknown as { processID: number | null; secretKey: number | null }
  return { processId: processID ?? 0, secretKey: secretKey ?? 0 }
}

/**
 * Opens a session with an instance; never over TLS, since all instances are on this machine.
 *
 * The password comes from the instance's passfile, nothing from the environment. Throws `server-unreachable`,
 * `wrong-password`, `password-missing`, `no-hba-entry`, `role-missing`, `database-missing`, `authentication-failed`,
 * `server-starting`, `too-many-connections`, `connection-refused-by-server` or `cancelled`. Statements throw `sql-failed`
 * (with `details.sqlstate`), `connection-lost` or `cancelled`.
 */
export const openSession = async (target: SessionTarget, options: SessionOptions = {}): Promise<Session> => {
  const { name, host, port, user } = target
  const { signal } = options
  const place: SessionPlace = { name, host, port, user, database: options.database ?? 'postgres' }
  const isAborted = () => signal?.aborted ?? false
  if (isAborted()) throw new PgTandemError('cancelled')
  const password = options.password ?? (await readPassword(target.passfile, place)) ?? ''

  const socket = new net.Socket()
  const client = new Client(buildConfig(place, options, password, socket))
  let lastMessage = 'the server closed the connection'
  let closing = false
  client.on('error', (error) => (lastMessage = error.message))
  const onAbort = () => {
    const key = keyOf(client)
    const cancelled = key.processId === 0 ? Promise.resolve() : sendCancelRequest({ host, port, ...key })
    void cancelled.then(() => socket.destroy())
  }
  const closed = new Promise<SessionEnd>((resolve) => {
    client.once('end', () => {
      signal?.removeEventListener('abort', onAbort)
      resolve(closing ? { kind: 'closed' } : { kind: 'lost', message: lastMessage })
    })
  })
  signal?.addEventListener('abort', onAbort, { once: true })

  try {
    await client.connect()
  } catch (error) {
    socket.destroy()
    signal?.removeEventListener('abort', onAbort)
    if (isAborted()) throw new PgTandemError('cancelled', {}, {}, { cause: error })
    throw toConnectError(place, error)
  }

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(sql: string, run: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      try {
        return await run()
      } catch (error) {
        if (isAborted()) throw new PgTandemError('cancelled', {}, {}, { cause: error })
        throw toStatementError(place, error, sql)
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    processId: keyOf(client).processId,
    closed,
    query: (sql, params = []) =>
      inTurn(sql, async () => (await client.query<Record<string, string | null>>(sql, [...params])).rows),
    prepared: (name, sql) =>
      inTurn(sql, async () => (await client.query<Record<string, string | null>>({ name, text: sql })).rows),
    simple: (sql, maxRows = Infinity) => inTurn(sql, () => runSimple(client, sql, maxRows)),
    onNotice: (listener) => {
      const heard = (notice: { severity?: string | undefined; message?: string | undefined }) =>
        listener(notice.severity ?? 'NOTICE', notice.message ?? '')
      client.on('notice', heard)
      return () => client.off('notice', heard)
    },
    close: async () => {
      closing = true
      await client.end()
      await closed
    },
  }
}

/** Opens a session, runs `use` with it, and closes it whatever happens. */
export const withSession = async <T>(
  target: SessionTarget,
  options: SessionOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> => {
  const session = await openSession(target, options)
  try {
    return await use(session)
  } finally {
    await session.close()
  }
}
