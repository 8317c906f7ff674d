import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron'
import type { LiveState } from '../../../../shared/model/live-state.ts'
import { followLive } from '../follow-live.ts'
import type { Shell } from '../shell.ts'
import { doTrayAction } from './tray-actions.ts'
import { trayIconFile } from './tray-icon.ts'
import { type TrayAction, type TrayEntry, trayMenu, trayTooltip } from './tray-menu.ts'
import { trayStateOf } from './tray-state.ts'

/** Puts the icon into the tray and keeps icon, tooltip and menu as the servers are, until `signal` aborts. */
export function setupTray(
  shell: Shell,
  {
    iconFolder,
    quit,
    signal,
  }: { readonly iconFolder: string; readonly quit: () => void; readonly signal: AbortSignal },
): Tray {
  const onAction = (action: TrayAction): void =>
    void doTrayAction(action, shell, quit).catch((error: unknown) => shell.host.onBug(error, 'tray'))
  const iconOf = (state: LiveState): string =>
    trayIconFile(iconFolder, {
      state: trayStateOf(state),
      isDark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
      platform: process.platform,
    })
  let shownIcon = iconOf(shell.host.live.current())
  let shownMenu = ''
  const tray = new Tray(shownIcon)
  const show = (state: LiveState): void => {
    const icon = iconOf(state)
    if (icon !== shownIcon) tray.setImage(icon)
    shownIcon = icon
    const t = shell.translator()
    tray.setToolTip(trayTooltip(state, t))
    // A menu that is set anew closes under the hand of who has it open, so that only happens when it has changed.
    const entries = trayMenu(state, t)
    const text = JSON.stringify(entries)
    if (text !== shownMenu) tray.setContextMenu(Menu.buildFromTemplate(toTemplate(entries, onAction)))
    shownMenu = text
  }
  tray.on('click', () => shell.open())
  const onTheme = (): void => show(shell.host.live.current())
  nativeTheme.on('updated', onTheme)
  void followLive(shell.host, signal, show)
    .catch((error: unknown) => shell.host.onBug(error, 'tray'))
    .finally(() => {
      nativeTheme.off('updated', onTheme)
      tray.destroy()
    })
  return tray
}

/** Entries as Electron's menus take them. */
export function toTemplate(
  entries: readonly TrayEntry[],
  onAction: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' }
      case 'text':
        return { label: literal(entry.label), enabled: false }
      case 'submenu':
        return { label: literal(entry.label), submenu: toTemplate(entry.entries, onAction) }
      case 'action':
        return { label: literal(entry.label), enabled: entry.enabled, click: () => onAction(entry.action) }
    }
  })
}

/** A single `&` marks a key of the keyboard. */
const literal = (label: string): string => label.replaceAll('&', '&&')
