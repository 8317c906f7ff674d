import type { MenuItemConstructorOptions } from 'electron'
import type { ShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'

/** What the menu's own items do; the others are roles that Electron knows. */
export interface MenuActions {
  readonly settings: () => void
  readonly openHome: () => void
  readonly quit: () => void
}

/** The window's menu: hidden behind Alt on Windows and Linux, and the home of its keyboard shortcuts. Pure. */
export function applicationMenu(
  platform: NodeJS.Platform,
  { t }: Pick<ShellTranslator, 't'>,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const settings = {
    label: t('shell.menu.settings'),
    accelerator: 'CommandOrControl+,',
    click: actions.settings,
  }
  const quit = { label: t('shell.menu.quit'), accelerator: 'CommandOrControl+Q', click: actions.quit }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const close: MenuItemConstructorOptions = { role: 'close', label: t('shell.menu.close-window') }
  const first: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [
          {
            label: 'PgTandem',
            submenu: [
              { role: 'about', label: t('shell.menu.about') },
              separator,
              settings,
              separator,
              { role: 'hide', label: t('shell.menu.hide') },
              quit,
            ],
          },
          { label: t('shell.menu.file'), submenu: [close] },
        ]
      : [{ label: t('shell.menu.file'), submenu: [settings, separator, close, quit] }]
  return [
    ...first,
    {
      label: t('shell.menu.edit'),
      submenu: [
        { role: 'undo', label: t('shell.menu.undo') },
        { role: 'redo', label: t('shell.menu.redo') },
        separator,
        { role: 'cut', label: t('shell.menu.cut') },
        { role: 'copy', label: t('shell.menu.copy') },
        { role: 'paste', label: t('shell.menu.paste') },
        { role: 'selectAll', label: t('shell.menu.select-all') },
      ],
    },
    {
      label: t('shell.menu.view'),
      submenu: [
        { role: 'reload', label: t('shell.menu.reload') },
        separator,
        { role: 'resetZoom', label: t('shell.menu.actual-size') },
        { role: 'zoomIn', label: t('shell.menu.zoom-in') },
        { role: 'zoomOut', label: t('shell.menu.zoom-out') },
        separator,
        { role: 'togglefullscreen', label: t('shell.menu.full-screen') },
      ],
    },
    {
      label: t('shell.menu.help'),
      role: 'help',
      submenu: [{ label: t('shell.menu.open-home'), click: actions.openHome }],
    },
  ]
}
