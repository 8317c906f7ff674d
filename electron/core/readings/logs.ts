import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { textWithoutSecrets } from '../../postgres/facts/text-without-secrets.ts'
import { decodeOutput } from '../../system/process/decode-output.ts'
import { findLogFile, type LogPlace } from './log-file.ts'
import { readAt, readTail, splitLines, type Tail } from './tail-lines.ts'

const POLL_MS = 250
const BLOCK_BYTES = 256 * 1024
/** A line that grows beyond this is handed out in pieces. */
const LONGEST_LINE_BYTES = 1024 * 1024
const LINE_FEED = 0x0a

export interface LogLines {
  readonly file: string
  readonly lines: readonly string[]
}

/** The newest lines of the instance's log, their secrets hidden; no lines when it has none yet. UTF-8, else GBK, line by line. */
export async function readLog(place: LogPlace, count: number): Promise<LogLines> {
  const { file, lines, rest } = await readNewest(place, count)
  const all = rest.length === 0 ? lines : [...lines, rest]
  return { file, lines: count === 0 ? [] : all.slice(-count).map(decodeLine) }
}

/**
 * Hands out the newest `count` lines and then every new one until `signal` is aborted; resolves then.
 *
 * Survives a log that is truncated, replaced, or continued in another file by the logging collector. Each line comes once,
 * when it is finished. A listener that is slower than the server slows the reading, not the memory.
 */
export async function followLog(
  place: LogPlace,
  onLine: (line: string) => void | Promise<void>,
  signal: AbortSignal,
  count = 10,
): Promise<void> {
  const newest = await readNewest(place, count)
  for (const line of newest.lines) await onLine(decodeLine(line))
  let { file, rest, endOffset } = newest
  while (!signal.aborted) {
    const news = await readNews(file, endOffset)
    if (news.truncated) rest = Buffer.alloc(0)
    endOffset = news.endOffset
    const bytes = Buffer.concat([rest, news.bytes])
    const finished = bytes.length > LONGEST_LINE_BYTES ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1
    rest = bytes.subarray(finished)
    for (const line of splitLines(bytes.subarray(0, finished))) await onLine(decodeLine(line))
    if (news.bytes.length === BLOCK_BYTES) continue
    const current = await findLogFile(place)
    if (current === file) await sleep(POLL_MS, undefined, { signal }).catch(() => undefined)
    else [file, endOffset, rest] = [current, 0, Buffer.alloc(0)]
  }
}

/** A server on a Chinese Windows may write GBK until it knows its database's encoding. */
const decodeLine = (bytes: Buffer): string => textWithoutSecrets(decodeOutput(bytes, 'win32'))

async function readNewest(place: LogPlace, count: number): Promise<Tail & { readonly file: string }> {
  const file = await findLogFile(place)
  const tail = await readTail(file, count).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return { lines: [], rest: Buffer.alloc(0), endOffset: 0 }
    throw error
  })
  return { ...tail, file }
}

interface News {
  readonly bytes: Buffer
  readonly endOffset: number
  readonly truncated: boolean
}

/** What was added past `offset`; a file that has become shorter is read from its start. */
async function readNews(file: string, offset: number): Promise<News> {
  const handle = await open(file, 'r').catch(() => undefined)
  if (handle === undefined) return { bytes: Buffer.alloc(0), endOffset: 0, truncated: offset > 0 }
  try {
    const { size } = await handle.stat()
    const truncated = size < offset
    const from = truncated ? 0 : offset
    const bytes = await readAt(handle, from, Math.min(BLOCK_BYTES, size - from))
    return { bytes, endOffset: from + bytes.length, truncated }
  } finally {
    await handle.close()
  }
}
