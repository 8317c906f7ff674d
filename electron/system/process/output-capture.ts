import { decodeOutput } from './decode-output.ts'

const CAPTURE_BYTES = 1024 * 1024
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Collects one stream: the last megabyte as text, and each line as it ends. */
export interface OutputCapture {
  readonly add: (chunk: Uint8Array) => void
  /** Delivers a last line that has no line end, and returns the text. */
  readonly finish: () => string
}

/**
 * Starts a capture. Lines end at `\n`, `\r\n` or a lone `\r` (as progress reports use it); empty lines are not delivered.
 *
 * Bytes are cut at line ends before they are decoded, which is safe in UTF-8 and in GBK: neither has these bytes inside a character.
 */
export const createOutputCapture = (onLine?: (line: string) => void): OutputCapture => {
  let kept: Uint8Array[] = []
  let keptBytes = 0
  let pending = Buffer.alloc(0)

  const deliver = (bytes: Uint8Array) => {
    if (bytes.byteLength > 0) onLine?.(decodeOutput(bytes))
  }

  const keep = (chunk: Uint8Array) => {
    kept.push(chunk)
    keptBytes += chunk.byteLength
    if (keptBytes < CAPTURE_BYTES * 2) return
    const tail = Buffer.concat(kept).subarray(-CAPTURE_BYTES)
    kept = [Buffer.from(tail)]
    keptBytes = tail.byteLength
  }

  return {
    add: (chunk) => {
      keep(chunk)
      if (onLine === undefined) return
      const bytes = pending.byteLength === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk])
      let start = 0
      for (let at = 0; at < bytes.byteLength; at++) {
        if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) continue
        deliver(bytes.subarray(start, at))
        start = at + 1
      }
      pending = bytes.subarray(start)
      if (pending.byteLength > CAPTURE_BYTES) {
        deliver(pending)
        pending = Buffer.alloc(0)
      }
    },
    finish: () => {
      deliver(pending)
      pending = Buffer.alloc(0)
      return decodeOutput(Buffer.concat(kept).subarray(-CAPTURE_BYTES))
    },
  }
}
