import { useEffect } from 'react'
import type { StandbySettingsReading } from '../../../../shared/model/standby-settings.ts'
import { type Reading, useReading } from '../../../api/use-reading.ts'
import { useInstance } from '../../../stores/live-store.ts'

/** How a standby is told to follow; what was asked too early is asked again once the instance is known. */
export function useStandbySettings(name: string): Reading<StandbySettingsReading> {
  const reading = useReading(`standby-settings ${name}`, (api, signal) =>
    api.instances.standbySettings({ name }, { signal }),
  )
  const isKnown = useInstance(name) !== undefined
  const hasFailed = reading.failure !== undefined
  const { reload } = reading
  useEffect(() => {
    if (isKnown && hasFailed) reload()
  }, [isKnown, hasFailed, reload])
  return reading
}
