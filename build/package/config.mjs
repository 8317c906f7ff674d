// What electron-builder is told: one object for all platforms.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fuses } from './fuses.mjs'
import { appId, artifactName, productName } from './identity.mjs'
import { writeInstalledEntries } from './installed-entries.mjs'
import { deb, linux } from './linux.mjs'
import { mac } from './mac.mjs'
import { nsis, windows } from './windows.mjs'

/**
 * `stage`: the folders that stage-app and stage-resources made. `runtime`: a folder of Electron's, or undefined: it
 * is downloaded. `updates`: `{url, isSigned}`; without an address nothing is ever looked for.
 */
export function configure(options) {
  const { root, stage, out, electronVersion, runtime, isStandIn, isQuick, updates, installedEntries } =
    options
  const packageFiles = join(root, 'resources/package')
  return {
    appId,
    productName,
    copyright: 'PgTandem contributors',
    electronVersion,
    ...(runtime === undefined ? {} : { electronDist: runtime }),
    directories: { app: stage.app, output: out, buildResources: packageFiles },
    files: ['**/*'],
    asar: true,
    // Everything is bundled: electron-builder shall not look for packages to install or to take along.
    beforeBuild: () => Promise.resolve(false),
    // An unpacked runtime brings along a program of its own, for those who start it with nothing.
    afterExtract({ appOutDir }) {
      for (const folder of ['resources', 'Electron.app/Contents/Resources'])
        rmSync(join(appOutDir, folder, 'default_app.asar'), { force: true })
    },
    afterPack({ appOutDir, electronPlatformName }) {
      if (electronPlatformName === 'win32') writeInstalledEntries(appOutDir, installedEntries)
    },
    electronFuses: fuses,
    electronLanguages: ['en-US', 'zh-CN'],
    compression: isQuick ? 'store' : 'normal',
    artifactName: artifactName(isStandIn),
    forceCodeSigning: updates.isSigned,
    extraResources: [{ from: stage.resources, to: '.' }],
    publish: updates.url === null ? null : { provider: 'generic', url: updates.url },
    win: windows(root, updates),
    nsis: nsis(packageFiles, isStandIn),
    linux: linux(root),
    deb: deb(packageFiles, isQuick),
    mac: mac(root, updates),
    dmg: { writeUpdateInfo: false },
  }
}
