import { useState } from 'react'
import { type Failure } from '../api/failure.ts'
import { useStream } from '../api/use-api.ts'
import { addSamples, type SampleWindow } from './sample-window.ts'

const nothing: SampleWindow = {}

/** The lag of these instances over the last hour, as long as somebody looks. */
export function useLagSamples(names: readonly string[]): {
  readonly samples: SampleWindow
  readonly failure: Failure | null
} {
  const [samples, setSamples] = useState(nothing)
  const [failure, setFailure] = useState<Failure | null>(null)
  useStream(
    `samples ${names.join(' ')}`,
    names.length === 0 ? null : (api, signal) => api.replication.samples({ names: [...names] }, { signal }),
    {
      onValue: (batch) => {
        setFailure(null)
        setSamples((before) => addSamples(before, batch))
      },
      onFailure: setFailure,
    },
  )
  return { samples, failure }
}
