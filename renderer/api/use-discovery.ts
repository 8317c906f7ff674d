import { useState } from 'react'
import type { FoundServer } from '../../shared/model/readings.ts'
import type { Failure } from './failure.ts'
import { useStream } from './use-api.ts'
import type { Reading } from './use-reading.ts'

/** The servers of this machine that are not looked after yet; while it loads, there may be more of them. */
export function useDiscovery(): Reading<readonly FoundServer[]> {
  const [round, setRound] = useState(0)
  const [value, setValue] = useState<readonly FoundServer[]>()
  const [ended, setEnded] = useState<{ readonly round: number; readonly failure: Failure | undefined }>()
  const end = (failure: Failure | undefined): void => setEnded({ round, failure })
  useStream(String(round), (api, signal) => api.instances.discover(undefined, { signal }), {
    onValue: setValue,
    onFailure: end,
    onEnd: () => end(undefined),
  })
  const now = ended?.round === round ? ended : undefined
  return {
    value,
    failure: now?.failure,
    loading: now === undefined,
    reload: () => setRound((before) => before + 1),
  }
}
