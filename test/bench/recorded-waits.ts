/** Time spent waiting for others: child programs, servers, the disk. Intervals may overlap; their union counts. */
const intervals: [start: number, end: number][] = []

/** Runs `work` and remembers when it was waited for. */
export async function recorded<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    intervals.push([start, performance.now()])
  }
}

/** Milliseconds covered by at least one recorded interval. */
export function recordedMs(): number {
  let total = 0
  let reached = 0
  for (const [start, end] of intervals.toSorted(([a], [b]) => a - b)) {
    if (end <= reached) continue
    total += end - Math.max(start, reached)
    reached = end
  }
  return total
}
