// Who the packaged program is, and what its files are called.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As electron/faces/desktop/app-id.ts has it; a test holds the two together. */
export const appId = 'pgtandem.desktop'
export const productName = 'PgTandem'
/** Electron's program on Linux; `pgtandem` is the command line. */
export const linuxProgram = 'pgtandem-desktop'

export const readPackage = (root) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Nobody may take what was made without Electron's runtime for the program. */
export const artifactName = (isStandIn) =>
  `${productName}-\${version}-\${os}-\${arch}${isStandIn ? '-STAND-IN' : ''}.\${ext}`

/** Setup.exe says in its name what it is. */
export const setupName = (isStandIn) =>
  `${productName}-Setup-\${version}-\${arch}${isStandIn ? '-STAND-IN' : ''}.\${ext}`
