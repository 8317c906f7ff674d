import { join } from 'node:path'
import type { TrayState } from './tray-state.ts'

/** What decides which picture is shown. */
export interface TrayLook {
  readonly state: TrayState
  /** The taskbar's own colours, which on Windows may differ from those of windows. */
  readonly isDark: boolean
  readonly platform: NodeJS.Platform
}

/**
 * The file of the tray's icon. Windows takes an .ico with all sizes; macOS colours a template by itself; elsewhere a .png
 * whose `@2x` neighbour is found by its name. Pure.
 */
export function trayIconFile(folder: string, { state, isDark, platform }: TrayLook): string {
  if (platform === 'darwin') return join(folder, `tray-${state}-Template.png`)
  const theme = isDark ? 'dark' : 'light'
  return join(folder, `tray-${state}-${theme}.${platform === 'win32' ? 'ico' : 'png'}`)
}
