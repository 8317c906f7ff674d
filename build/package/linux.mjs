// Linux: a deb and a tar.gz.
import { join } from 'node:path'
import { linuxProgram } from './identity.mjs'

export const linux = (root) => ({
  target: ['deb', 'tar.gz'],
  executableName: linuxProgram,
  icon: join(root, 'resources/icons/package'),
  category: 'Development',
  synopsis: 'PostgreSQL primary and standbys on one machine',
  maintainer: 'PgTandem contributors <contributors@pgtandem.invalid>',
  vendor: 'PgTandem contributors',
  syncDesktopName: true,
  desktop: { entry: { Name: 'PgTandem', StartupWMClass: 'PgTandem' } },
})

/** What electron-builder names, and what Chromium has been linked with besides since. */
const depends = [
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0',
  'libuuid1',
  'libsecret-1-0',
  'libgbm1',
  'libasound2 | libasound2t64',
]

/** The command line goes where PATH finds it; Electron's own program need not. */
export const deb = (packageFiles, isQuick) => ({
  ...(isQuick ? { compression: 'gz' } : {}),
  packageCategory: 'database',
  depends,
  recommends: ['libayatana-appindicator3-1'],
  fpm: [
    `${join(packageFiles, 'usr-bin-pgtandem.sh')}=/usr/bin/pgtandem`,
    `${join(packageFiles, '../../LICENSE')}=/usr/share/doc/pgtandem/copyright`,
  ],
})
