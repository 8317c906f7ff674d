import { join } from 'node:path'
import {
  defaultSettings,
  type Settings,
  type SettingsChange,
  settingsSchema,
  withChange,
} from '../../shared/model/settings.ts'
import { openJsonStore } from '../system/storage/json-store.ts'

export interface SettingsStore {
  /** As last read or written by this process. */
  current(): Settings
  /** Throws what the state file's store throws; nothing is changed then. */
  change(change: SettingsChange): Promise<Settings>
  /** Returns what ends it. */
  onChange(listener: (settings: Settings) => void): () => void
}

const VERSION = 1

/** Opens `settings.json` of a home. A file that is damaged or newer is left alone: defaults are used, and `problem` told. */
export async function openSettings(
  home: string,
  onProblem: (error: unknown) => void = () => undefined,
): Promise<SettingsStore> {
  const store = openJsonStore(join(home, 'settings.json'), settingsSchema, VERSION, defaultSettings)
  let settings = await store.read().catch((error: unknown) => {
    onProblem(error)
    return defaultSettings
  })
  const listeners = new Set<(settings: Settings) => void>()
  return {
    current: () => settings,
    async change(change) {
      settings = await store.update((newest) => withChange(newest, change))
      for (const listener of listeners) listener(settings)
      return settings
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
