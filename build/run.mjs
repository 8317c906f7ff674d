// `npm run pgtandem -- …` and `npm run demo`: sets up what is missing, then runs the command line with these arguments.
// Plain Node and no package: in a fresh clone there is none yet.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './bootstrap/ensure-dependencies.mjs'
import { runChild } from './bootstrap/run-child.mjs'
import { setUp } from './bootstrap/set-up.mjs'
import { targets } from './bootstrap/targets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

requireNode()
setUp(root, args.includes('serve') ? ['cli', 'renderer'] : ['cli'])
runChild(process.execPath, [join(root, targets.cli.made), ...args])
