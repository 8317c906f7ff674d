import { useEffect, useState } from 'react'
import type { StandbySettingsDraft } from '../../../../shared/model/standby-settings.ts'
import type { Failure } from '../../../api/failure.ts'
import { useReading } from '../../../api/use-reading.ts'
import type { StandbyChanges } from './standby-form.ts'

const DEBOUNCE_MS = 150

export interface DraftReading {
  /** The newest there is; stays while a newer one is on its way. */
  readonly draft: StandbySettingsDraft | undefined
  /** That it is of what the form holds now. */
  readonly isCurrent: boolean
  readonly failure: Failure | undefined
  readonly reload: () => void
}

/** What the form's changes mean for the operation, and how version `major` would have it all written. */
export function useDraft(name: string, major: number, changes: StandbyChanges): DraftReading {
  const wanted = JSON.stringify({ name, major, ...changes })
  const [settled, setSettled] = useState(wanted)
  const [last, setLast] = useState<StandbySettingsDraft>()
  const reading = useReading(`draft ${settled}`, (api, signal) =>
    api.instances.draftStandbySettings(JSON.parse(settled), { signal }),
  )
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(wanted), DEBOUNCE_MS)
    return () => window.clearTimeout(timer)
  }, [wanted])
  const { value } = reading
  useEffect(() => {
    if (value !== undefined) setLast(value)
  }, [value])
  return {
    draft: value ?? last,
    isCurrent: settled === wanted && value !== undefined && !reading.loading,
    failure: reading.failure,
    reload: reading.reload,
  }
}
