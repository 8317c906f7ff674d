import { setTimeout as sleep } from 'node:timers/promises'
import type { PartialFile } from './partial-file.ts'
import { judgeAnswer, rangeHeaders, validatorOf } from './range.ts'

/** How many bytes are here, and how many of them an earlier run had left: 0 when the file comes from its beginning. */
export type OnBytes = (bytes: number, resumedFrom: number) => void

/** What is to come, from where, and who wants to know. */
export interface ReceiveOptions {
  /** How many bytes the whole file has. */
  readonly bytes: number
  /** Where it is; asked for once, and only when something is missing. */
  readonly address: () => Promise<string>
  /** npm's settings, see `readRegistryOptions`. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly onBytes?: OnBytes
  readonly signal?: AbortSignal
  /** How long to wait before a broken download goes on, for each time that it breaks; when they are used up it fails. */
  readonly pausesMs?: readonly number[]
}

const PAUSES_MS = [500, 1000, 2000, 4000, 8000]
/** A connection over which nothing comes for so long is broken. */
const SILENCE_MS = 60_000

const breaks: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EIDLETIMEOUT',
  'ECONNECTIONTIMEOUT',
  'ERESPONSETIMEOUT',
  'ETRANSFERTIMEOUT',
])

const statusOf = (error: unknown) => (error as { readonly statusCode?: number }).statusCode ?? 0
/** Also what we call a range that fits nothing here. */
const NOT_SATISFIABLE = 416

/** Whether asking again may help: the connection broke, or the server is in trouble or overloaded. */
const isBreak = (error: unknown) =>
  breaks.has((error as NodeJS.ErrnoException).code ?? '') ||
  [408, 429].includes(statusOf(error)) ||
  statusOf(error) >= 500

const coded = (code: string, message: string) => Object.assign(new Error(message), { code })

type Notify = (event: 'goes-on' | 'restarted' | 'arrived') => void

/**
 * Asks once for what is missing and appends what comes, until the answer ends, complete or not. False when the server
 * would not go on from there: the file is empty then, to be asked for from its beginning.
 */
const receiveOnce = async (file: PartialFile, options: ReceiveOptions, notify: Notify): Promise<boolean> => {
  const { bytes, settings, signal } = options
  const { default: fetch } = await import('npm-registry-fetch')
  const from = file.bytes()
  const leaving = new AbortController()
  try {
    const response = await fetch(await options.address(), {
      ...settings,
      headers: rangeHeaders(from, file.validator()),
      retry: { retries: 0 },
      timeout: SILENCE_MS,
      signal: signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]),
    })
    const { body } = response
    if (body === null) throw coded('ECONNRESET', `HTTP ${response.status}`)
    // Its errors stay listened to: a cancelled one has several, also after the first.
    body.on('error', () => undefined)
    const answer = judgeAnswer(response, { from, bytes })
    if (answer === 'other-file')
      throw coded('EINTEGRITY', `${response.headers.get('content-length')} ≠ ${bytes} B`)
    if (answer === 'start-over')
      throw Object.assign(new Error(`HTTP ${response.status}`), { statusCode: NOT_SATISFIABLE })
    if (answer === 'whole') await file.restart(validatorOf(response.headers))
    notify(answer === 'whole' ? 'restarted' : 'goes-on')
    for await (const chunk of body) {
      await file.append(Buffer.from(chunk))
      notify('arrived')
      if (file.bytes() > bytes) throw coded('EINTEGRITY', `> ${bytes} B`)
    }
    return true
  } catch (error) {
    if (from === 0 || statusOf(error) !== NOT_SATISFIABLE) throw error
    await file.restart()
    return false
  } finally {
    leaving.abort()
  }
}

/**
 * Goes on with a partial file from its end until it has all its bytes: by HTTP Range, and from the beginning where the
 * server does not know ranges or its file is another one now.
 *
 * A download that breaks after something has come goes on by itself a few times; what cannot even begin fails at once.
 * Throws what npm's client throws, `EINTEGRITY` when the size is not the wanted one, or what `PartialFile` throws. Also
 * after a failure the file holds all that came.
 */
export const receiveRest = async (file: PartialFile, options: ReceiveOptions): Promise<void> => {
  const { bytes, signal, onBytes } = options
  const pauses = [...(options.pausesMs ?? PAUSES_MS)]
  const begun = file.bytes()
  let resumedFrom = 0
  let hasArrived = false
  const notify: Notify = (event) => {
    if (event === 'goes-on' && !hasArrived) resumedFrom = begun
    if (event === 'restarted') resumedFrom = 0
    hasArrived ||= event === 'arrived'
    onBytes?.(file.bytes(), resumedFrom)
  }
  if (begun > bytes) await file.restart()
  if (begun === bytes) onBytes?.(bytes, 0)
  while (file.bytes() < bytes) {
    try {
      const answered = await receiveOnce(file, options, notify)
      if (answered && file.bytes() < bytes) throw coded('ECONNRESET', `${file.bytes()} / ${bytes} B`)
    } catch (error) {
      signal?.throwIfAborted()
      const pauseMs = pauses[0]
      if (!hasArrived || !isBreak(error) || pauseMs === undefined) throw error
      pauses.shift()
      await sleep(pauseMs, undefined, signal === undefined ? {} : { signal })
    }
  }
}
