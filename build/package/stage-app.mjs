// The folder that becomes app.asar: what is built, and nothing else. Everything is bundled, so it needs no node_modules.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linuxProgram, productName, readPackage } from './identity.mjs'

const parts = ['dist/cli', 'dist/desktop', 'dist/renderer']

/** `updates`: where newer versions are looked for and whether this one is signed; see electron/faces/desktop/updates. */
export function stageApp(root, folder, updates) {
  const { name, version, description, license, type } = readPackage(root)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  const described = {
    name,
    productName,
    version,
    description,
    license,
    type,
    author: productName,
    // electron-builder makes no deb without one.
    homepage: updates.url ?? 'https://pgtandem.invalid',
    desktopName: `${linuxProgram}.desktop`,
    main: 'dist/desktop/main.mjs',
    pgtandem: updates,
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
}
