import { useState } from 'react'
import type { LoadReport } from '../../../../shared/model/playground.ts'
import type { Failure } from '../../../api/failure.ts'
import { useStream } from '../../../api/use-api.ts'

const FIRST_RATE = 20

/** A write load that runs as long as the page is there, and no longer. */
export interface Load {
  readonly isRunning: boolean
  /** Rows per second. */
  readonly rate: number
  /** The newest; stays after the end. */
  readonly report: LoadReport | null
  readonly failure: Failure | null
  readonly setRate: (rate: number) => void
  readonly start: () => void
  readonly stop: () => void
}

export function useLoad(
  { primary, standby }: { readonly primary: string; readonly standby: string },
  onWritten: () => void,
): Load {
  const [rate, setRate] = useState(FIRST_RATE)
  const [isRunning, setRunning] = useState(false)
  const [report, setReport] = useState<LoadReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useStream(
    `load ${primary}`,
    isRunning
      ? (api, signal) => api.playground.load({ primary, standby, rowsPerSecond: rate }, { signal })
      : null,
    {
      onValue: (value) => {
        setReport(value)
        if (value.rowsWritten > 0) onWritten()
      },
      onFailure: (why) => {
        setFailure(why)
        setRunning(false)
      },
      onEnd: () => setRunning(false),
    },
  )
  return {
    isRunning,
    rate,
    report,
    failure,
    setRate,
    start: () => {
      setReport(null)
      setFailure(null)
      setRunning(true)
    },
    stop: () => setRunning(false),
  }
}
