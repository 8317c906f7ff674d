/** One moment of one instance, small enough to keep many of. */
export interface HistoryPoint {
  /** Milliseconds since 1970. */
  readonly atMs: number
  /** The primary's position, or how far the standby has replayed. */
  readonly lsn: string | null
  readonly lagBytes: number | null
  readonly lagSeconds: number | null
}

/** The last moments of every watched instance, bounded. */
export interface History {
  add(name: string, point: HistoryPoint): void
  /** Oldest first; empty for an instance that was never seen. */
  points(name: string): readonly HistoryPoint[]
  forget(name: string): void
}

/** A history that keeps the newest `capacity` points of each instance: an hour at one poll a second, unless told otherwise. */
export function createHistory(capacity = 3600): History {
  const rings = new Map<string, { readonly points: HistoryPoint[]; next: number }>()
  return {
    add: (name, point) => {
      const ring = rings.get(name) ?? { points: [], next: 0 }
      rings.set(name, ring)
      ring.points[ring.next] = point
      ring.next = (ring.next + 1) % capacity
    },
    points: (name) => {
      const ring = rings.get(name)
      if (ring === undefined) return []
      if (ring.points.length < capacity) return [...ring.points]
      return [...ring.points.slice(ring.next), ...ring.points.slice(0, ring.next)]
    },
    forget: (name) => {
      rings.delete(name)
    },
  }
}
