import type { StandbySettingsReading } from '../../../../shared/model/standby-settings.ts'
import { type Reading, useReading } from '../../../api/use-reading.ts'
import { useInstance } from '../../../stores/live-store.ts'

/** How a standby is told to follow; asked again as soon as an instance of that name is known. */
export function useStandbySettings(name: string): Reading<StandbySettingsReading> {
  const isKnown = useInstance(name) !== undefined
  return useReading(`standby-settings ${name} ${isKnown}`, (api, signal) =>
    api.instances.standbySettings({ name }, { signal }),
  )
}
