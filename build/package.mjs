// `npm run package`: makes the packages that can be made on this machine, in dist/package, and says which could not and why.
//   --platform linux|win32|darwin   only these; may be repeated
//   --out FOLDER                    somewhere else
//   --quick                         hardly compressed, for trying them
//   --stand-in                      without Electron's runtime, also where it could be had
// PGTANDEM_UPDATE_URL names the https folder where newer versions will be published. A certificate signs them: CSC_LINK (with
// CSC_KEY_PASSWORD), for Windows WIN_CSC_LINK (with WIN_CSC_KEY_PASSWORD) before it. A package without a signature never
// installs an update by itself.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { setUp } from './bootstrap/set-up.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true },
    out: { type: 'string', default: 'dist/package' },
    quick: { type: 'boolean', default: false },
    'stand-in': { type: 'boolean', default: false },
  },
})

ensureDependencies(root)
setUp(root, ['cli', 'renderer', 'desktop'])
const { makePackages } = await import('./package/make-packages.mjs')
const { made, missing, lacking } = await makePackages({
  root,
  out: resolve(root, values.out),
  platforms: values.platform,
  isQuick: values.quick,
  wantsStandIn: values['stand-in'],
})

const warn = (standIn) =>
  ` (with a stand-in for Electron’s runtime, ${standIn}: to look at, never to release)`
for (const { file, standIn } of made)
  console.log(`made: ${file}${standIn === undefined ? '' : warn(standIn)}`)
for (const { what, reason } of missing) console.log(`not made: ${what}, because ${reason}`)
for (const { platform, what, reason } of lacking)
  console.log(`made without: ${what} (${platform}), because ${reason}`)
process.exitCode = made.length === 0 ? 1 : 0
