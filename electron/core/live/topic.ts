/** Something that changes, and that many may wait for. Who is slow misses versions, never the newest. */
export interface Topic {
  version(): number
  /** Says that there is news. */
  bump(): void
  /** Resolves when the version is newer than `seen`, or after `atMostMs`, or when `signal` is aborted. */
  wait(seen: number, signal: AbortSignal, atMostMs?: number): Promise<void>
}

export function createTopic(): Topic {
  let version = 0
  const waiting = new Set<() => void>()
  return {
    version: () => version,
    bump: () => {
      version += 1
      for (const wake of waiting) wake()
    },
    wait: (seen, signal, atMostMs) =>
      new Promise((resolve) => {
        if (version > seen || signal.aborted) {
          resolve()
          return
        }
        const timer = atMostMs === undefined ? undefined : setTimeout(wake, atMostMs)
        function wake(): void {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      }),
  }
}
