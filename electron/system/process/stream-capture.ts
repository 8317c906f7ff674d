import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { createOutputCapture } from './output-capture.ts'

/** Output may arrive after the exit for this long between two pieces; a grandchild that keeps the pipe does not hold us. */
const LATE_OUTPUT_MS = 500

/** One stream of a running program. */
export interface StreamCapture {
  /** Call it after the program's exit: waits for the rest of the output and returns the text. */
  readonly finish: () => Promise<string>
  /** Lets our process end while the stream is still open. */
  readonly unref: () => void
}

const waitForQuiet = async (lastPieceAt: () => number, signal: AbortSignal) => {
  for (
    let leftMs = LATE_OUTPUT_MS;
    leftMs > 0 && !signal.aborted;
    leftMs = lastPieceAt() + LATE_OUTPUT_MS - Date.now()
  )
    await sleep(leftMs, undefined, { signal }).catch(() => undefined)
}

/** Reads a program's stream as it comes; a stream that is null (ignored) gives an empty text. */
export const captureStream = (stream: Readable | null, onLine?: (line: string) => void): StreamCapture => {
  if (stream === null) return { finish: async () => '', unref: () => undefined }
  const capture = createOutputCapture(onLine)
  let lastPieceAt = 0
  stream.on('data', (chunk: Uint8Array) => {
    lastPieceAt = Date.now()
    capture.add(chunk)
  })
  const closed = once(stream, 'close').catch(() => undefined)
  return {
    finish: async () => {
      lastPieceAt = Date.now()
      const done = new AbortController()
      await Promise.race([closed, waitForQuiet(() => lastPieceAt, done.signal)])
      done.abort()
      stream.destroy()
      return capture.finish()
    },
    unref: () => {
      if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
    },
  }
}
