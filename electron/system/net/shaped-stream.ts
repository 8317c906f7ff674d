import type { Socket } from 'node:net'

/** How one direction of a relay treats what passes. */
export interface Shape {
  /** Each chunk goes on so long after it came. */
  readonly delayMs: number
  /** null: as fast as the receiver takes it. */
  readonly bytesPerSecond: number | null
}

/** Bytes that may pass now, shared by all connections of one relay. */
export interface ByteBudget {
  /** At most `wanted`, and at least 1 unless none may pass yet. */
  take(wanted: number): number
}

/** Waiting for a receiver takes little room; waiting for the clock takes what arrives meanwhile. */
const MOST_WAITING_BYTES = 256 * 1024
const MOST_DELAYED_BYTES = 64 * 1024 * 1024
/** How often a budget that is used up is asked again. */
const BUDGET_PAUSE_MS = 20

interface Chunk {
  readonly bytes: Buffer
  readonly cameAtMs: number
}

export interface ShapedStream {
  /** The shape has changed: what waits is looked at anew. */
  reshape(): void
  /** Forgets what waits. */
  stop(): void
}

/**
 * Hands on what `from` sends to `to`, in order, by the shape of the moment, which also holds for what waits already.
 *
 * The delay of a connection grows with its age up to the one that is set: a handshake of several round trips would else
 * take several times that, and time out. What waits is bounded: beyond that `from` is not read, and its peer's writes block.
 */
export function shapeStream(
  { from, to }: { readonly from: Socket; readonly to: Socket },
  shape: () => Shape,
  budget: ByteBudget,
  onForwarded: (bytes: number) => void,
): ShapedStream {
  const openedAtMs = performance.now()
  let queue: Chunk[] = []
  let waitingBytes = 0
  let timer: NodeJS.Timeout | undefined
  let blocked = false
  let ended = false

  const dueAt = ({ cameAtMs }: Chunk): number => cameAtMs + Math.min(shape().delayMs, cameAtMs - openedAtMs)
  const wakeIn = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(pump, ms)
  }
  /** Writes what is due and may pass; returns how long to wait, null when something else will wake it. */
  const forward = (): number | null => {
    for (let head = queue[0]; head !== undefined; head = queue[0]) {
      const early = dueAt(head) - performance.now()
      if (early > 0) return early
      const may = budget.take(head.bytes.length)
      if (may === 0) return BUDGET_PAUSE_MS
      if (may < head.bytes.length) queue[0] = { ...head, bytes: head.bytes.subarray(may) }
      else queue.shift()
      waitingBytes -= may
      onForwarded(may)
      blocked = !to.write(head.bytes.subarray(0, may))
      if (blocked) return null
    }
    if (ended) to.end()
    return null
  }
  function pump(): void {
    clearTimeout(timer)
    if (blocked || to.destroyed) return
    const waitMs = forward()
    if (waitMs !== null) wakeIn(waitMs)
    if (waitingBytes <= mostWaiting(shape()) && from.isPaused()) from.resume()
  }

  from.on('data', (bytes: Buffer) => {
    queue.push({ bytes, cameAtMs: performance.now() })
    waitingBytes += bytes.length
    if (waitingBytes > mostWaiting(shape())) from.pause()
    if (queue.length === 1) pump()
  })
  from.on('end', () => {
    ended = true
    pump()
  })
  to.on('drain', () => {
    blocked = false
    pump()
  })
  return {
    reshape: pump,
    stop: () => {
      clearTimeout(timer)
      queue = []
    },
  }
}

const mostWaiting = ({ delayMs }: Shape): number => (delayMs > 0 ? MOST_DELAYED_BYTES : MOST_WAITING_BYTES)

/** A token bucket that holds a tenth of a second's bytes; without a rate, all may pass. */
export function createByteBudget(rate: () => number | null, now = () => performance.now()): ByteBudget {
  let tokens = 0
  let atMs = now()
  return {
    take(wanted) {
      const bytesPerSecond = rate()
      const elapsedMs = now() - atMs
      atMs += elapsedMs
      if (bytesPerSecond === null) return wanted
      tokens = Math.min(Math.max(bytesPerSecond / 10, 1), tokens + (bytesPerSecond * elapsedMs) / 1000)
      const taken = Math.min(wanted, Math.floor(tokens))
      tokens -= taken
      return taken
    },
  }
}
