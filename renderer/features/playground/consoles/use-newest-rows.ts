import { useEffect, useState } from 'react'
import { useApi, useConnectionState } from '../../../api/use-api.ts'
import type { NewestRows } from './newest-rows.ts'
import { newestRowsQuery, toNewestRows } from './newest-rows.ts'

const BETWEEN_LOOKS_MS = 1000

/** The newest rows of the playground's table on one server, looked at once a second while the page is seen. */
export function useNewestRows(name: string, database: string, active: boolean): NewestRows | null {
  const api = useApi()
  const isOpen = useConnectionState().kind === 'open'
  const [rows, setRows] = useState<NewestRows | null>(null)
  const looks = active && isOpen
  useEffect(() => {
    if (!looks) return undefined
    const abort = new AbortController()
    let timer: number | undefined
    const look = async (): Promise<void> => {
      if (!document.hidden) {
        const answer = await api.instances
          .sql({ name, database, sql: newestRowsQuery, maxRows: 5 }, { signal: abort.signal })
          // A server that is just going away: its state says so beside.
          .catch(() => null)
        if (abort.signal.aborted) return
        if (answer !== null) setRows(toNewestRows(answer))
      }
      timer = window.setTimeout(() => void look(), BETWEEN_LOOKS_MS)
    }
    void look()
    return () => {
      abort.abort()
      window.clearTimeout(timer)
    }
  }, [api, name, database, looks])
  return rows
}
