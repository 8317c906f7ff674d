import type { Finding } from './instance-status.ts'

/** Severities of the messages of a server, rising; PostgreSQL manual, "Message Severity Levels". */
export const logLevels = ['DEBUG', 'INFO', 'NOTICE', 'LOG', 'WARNING', 'ERROR', 'FATAL', 'PANIC'] as const
export type LogLevel = (typeof logLevels)[number]

/** What may follow a message and belongs to it. */
export const logFields = ['DETAIL', 'HINT', 'QUERY', 'CONTEXT', 'LOCATION', 'STATEMENT'] as const
export type LogField = (typeof logFields)[number]

/** One line of a server's log. */
export interface LogLine {
  readonly text: string
  /** Null: it goes on from the line before, or a program other than the server wrote it. */
  readonly kind: LogLevel | LogField | null
  /** What a message of a known cause means. */
  readonly known: Pick<Finding, 'severity' | 'message' | 'hint'> | null
}

export const isLogLevel = (kind: LogLine['kind']): kind is LogLevel =>
  logLevels.some((level) => level === kind)
