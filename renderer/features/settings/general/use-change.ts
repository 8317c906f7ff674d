import { useState } from 'react'
import type { Settings, SettingsChange } from '../../../../shared/model/settings.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLive } from '../../../stores/live-store.ts'

/** The settings as they are, and how to change them; they show the change once it is kept. */
export function useSettingsChange(): {
  readonly settings: Settings
  readonly change: (change: SettingsChange) => void
  readonly failure: Failure | null
} {
  const api = useApi()
  const settings = useLive(({ live }) => live?.settings)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (settings === undefined) throw new Error('settings are shown only below the frame, which waits for them')
  const change = (wanted: SettingsChange): void => {
    setFailure(null)
    api.settings.change(wanted).catch((error: unknown) => setFailure(toFailure(error)))
  }
  return { settings, change, failure }
}
