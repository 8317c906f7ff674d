import { z } from 'zod'

/** What a person sets for the program itself, not for an instance. */
export interface Settings {
  readonly language: 'system' | 'en' | 'zh-CN'
  readonly theme: 'system' | 'light' | 'dark' | 'high-contrast'
  readonly startAtLogin: boolean
  /** Start, at login, the servers that this program knows and that are not superseded. */
  readonly startServersAtLogin: boolean
  /** What becomes of running servers when the program is quit. */
  readonly onQuit: 'ask' | 'leave-running' | 'stop'
  readonly notifications: boolean
  /** Look for newer versions of the program once a day. */
  readonly lookForUpdates: boolean
  /** The window was closed into the tray once, and the person was told. */
  readonly toldAboutTray: boolean
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  startAtLogin: false,
  startServersAtLogin: false,
  onQuit: 'ask',
  notifications: true,
  lookForUpdates: false,
  toldAboutTray: false,
}

export const settingsChangeSchema = z
  .object({
    language: z.enum(['system', 'en', 'zh-CN']),
    theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
    startAtLogin: z.boolean(),
    startServersAtLogin: z.boolean(),
    onQuit: z.enum(['ask', 'leave-running', 'stop']),
    notifications: z.boolean(),
    lookForUpdates: z.boolean(),
    toldAboutTray: z.boolean(),
  })
  .partial()
export type SettingsChange = z.infer<typeof settingsChangeSchema>

/** Some of them changed, the others as they were. */
export const withChange = (settings: Settings, change: SettingsChange): Settings => ({
  ...settings,
  ...(Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>),
})

/** What a file holds; what it leaves out is as by default. */
export const settingsSchema = settingsChangeSchema.transform((found) => withChange(defaultSettings, found))
