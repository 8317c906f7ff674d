import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LinkState } from '../../../../shared/model/playground.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi, useConnectionState } from '../../../api/use-api.ts'

const BETWEEN_LOOKS_MS = 1000
const AFTER_LAST_MOVE_MS = 150

export type LinkSettings = Pick<LinkState, 'delayMs' | 'bytesPerSecond' | 'cut'>

export interface AdjustableLink {
  /** null: this program holds none. undefined: not known yet. With what is being adjusted as it will be. */
  readonly link: LinkState | null | undefined
  readonly failure: Failure | null
  /** Takes effect a moment after the last call. */
  readonly adjust: (settings: LinkSettings) => void
}

/** The link between a standby and its upstream, looked at once a second as long as it is `there`. */
export function useLink(standby: string, there: boolean): AdjustableLink {
  const api = useApi()
  const isOpen = useConnectionState().kind === 'open'
  const [seen, setSeen] = useState<LinkState | null | undefined>(undefined)
  const [wanted, setWanted] = useState<LinkSettings | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const look = useEffectEvent(async (signal: AbortSignal): Promise<void> => {
    try {
      const state = await api.playground.link({ standby }, { signal })
      if (!signal.aborted) setSeen(state)
    } catch (error) {
      if (!signal.aborted) setFailure(toFailure(error))
    }
  })
  useEffect(() => {
    if (!isOpen || !there) {
      setSeen(undefined)
      return undefined
    }
    const abort = new AbortController()
    void look(abort.signal)
    const round = window.setInterval(() => {
      if (!document.hidden) void look(abort.signal)
    }, BETWEEN_LOOKS_MS)
    return () => {
      abort.abort()
      window.clearInterval(round)
    }
  }, [isOpen, there, standby])

  const send = async (settings: LinkSettings): Promise<void> => {
    try {
      setSeen(await api.playground.adjustLink({ standby, ...settings }))
      setFailure(null)
    } catch (error) {
      setFailure(toFailure(error))
    }
    setWanted((before) => (before === settings ? null : before))
  }
  return {
    link: seen == null || wanted === null ? seen : { ...seen, ...wanted },
    failure,
    adjust: (settings) => {
      setWanted(settings)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(settings), AFTER_LAST_MOVE_MS)
    },
  }
}
