import { open, type FileHandle } from 'node:fs/promises'

const BLOCK_BYTES = 64 * 1024
/** However long its lines are, no more of a log than this is read. */
const MOST_BYTES = 8 * 1024 * 1024
const LINE_FEED = 0x0a

/** A file's newest lines and where reading them ended. */
export interface Tail {
  readonly lines: readonly Buffer[]
  /** What stands behind the last line's end: a line that is still being written; mostly empty. */
  readonly rest: Buffer
  readonly endOffset: number
}

/**
 * The last `count` finished lines of a file, read backwards from its end in blocks; at most 8 MB are looked at.
 *
 * Rejects with the file system's error (ENOENT, EACCES).
 */
export async function readTail(file: string, count: number): Promise<Tail> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    let start = size
    let bytes: Buffer = Buffer.alloc(0)
    while (start > 0 && size - start < MOST_BYTES && linesIn(bytes) <= count) {
      const from = Math.max(0, start - BLOCK_BYTES)
      bytes = Buffer.concat([await readAt(handle, from, start - from), bytes])
      start = from
    }
    const finished = bytes.lastIndexOf(LINE_FEED) + 1
    const lines = splitLines(bytes.subarray(0, finished))
    return { lines: count === 0 ? [] : lines.slice(-count), rest: bytes.subarray(finished), endOffset: size }
  } finally {
    await handle.close()
  }
}

/** The bytes from `offset` on, at most `lengthBytes`; fewer at the file's end. */
export async function readAt(handle: FileHandle, offset: number, lengthBytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(lengthBytes)
  const { bytesRead } = await handle.read(buffer, 0, lengthBytes, offset)
  return buffer.subarray(0, bytesRead)
}

/** Lines without their ends; what follows the last end is a line of its own unless it is empty. */
export function splitLines(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
    lines.push(bytes.subarray(from, end > from && bytes[end - 1] === 0x0d ? end - 1 : end))
    from = end + 1
  }
  if (from < bytes.length) lines.push(bytes.subarray(from))
  return lines
}

function linesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}
