import { pino } from 'pino'
import { createRotatingFile } from './rotating-file.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Writes what happened, for people who look for a cause later. */
export interface Logger {
  readonly debug: LogLine
  readonly info: LogLine
  readonly warn: LogLine
  readonly error: LogLine
  /** A logger whose lines all carry these fields. */
  readonly child: (fields: Readonly<Record<string, unknown>>) => Logger
}

/** A logger that holds a file open until it is closed: on Windows nobody can delete the file's folder meanwhile. */
export interface FileLogger extends Logger {
  readonly close: () => void
}

/** An error goes into the field `err`; pino writes its stack. */
export type LogLine = (fields: Readonly<Record<string, unknown>>, message: string) => void

const SECRET_FIELDS = ['password', 'passphrase', 'secret', 'verifier', 'key', 'token']
const secretPaths = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/**
 * Hides passwords inside connection strings and URLs, whoever put them into a text.
 *
 * A net below the rule that no secret gets into a log line at all, not a licence to log them.
 */
export const redactLogText = (text: string): string =>
  text
    .replaceAll(/(\bpassword\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s'"&\\]+)/gi, '$1***')
    .replaceAll(/(\b[a-z][a-z0-9+]*:\/\/[^\s:/@"]*:)[^\s@/"]+@/gi, '$1***@')

const wrap = (logger: pino.Logger): Logger => ({
  debug: (fields, message) => logger.debug(fields, message),
  info: (fields, message) => logger.info(fields, message),
  warn: (fields, message) => logger.warn(fields, message),
  error: (fields, message) => logger.error(fields, message),
  child: (fields) => wrap(logger.child(fields)),
})

/**
 * Creates a logger to a file, one JSON object per line; without a file it is silent.
 *
 * Each line is written before the call returns: the last line before a crash is the one that matters.
 */
export const createLogger = ({
  file,
  level = 'info',
}: {
  readonly file?: string
  readonly level?: LogLevel
} = {}): FileLogger => {
  if (file === undefined) return { ...wrap(pino({ level: 'silent' })), close: () => undefined }
  const target = createRotatingFile(file)
  const logger = wrap(
    pino(
      {
        level,
        base: { pid: process.pid },
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: { paths: secretPaths, censor: '***' },
      },
      { write: (line) => target.write(redactLogText(line)) },
    ),
  )
  return { ...logger, close: target.close }
}
