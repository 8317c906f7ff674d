// Makes what a start from the sources needs: packages, then what is built from them. Plain Node, like all that is called first.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { isMissing, isOutOfDate, modifiedMs } from './targets.mjs'

/** To stderr, so that `--json` has stdout for itself. */
export const say = (text) => process.stderr.write(`pgtandem: ${text}\n`)

const needsPackages = (root) =>
  modifiedMs(join(root, 'node_modules/.package-lock.json')) < modifiedMs(join(root, 'package-lock.json'))

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Installs and builds what is out of date of these targets; ends the process where that fails. */
export function setUp(root, names) {
  const packages = needsPackages(root)
  if (!packages && !names.some((name) => isOutOfDate(root, name))) return
  if (!canWrite(root)) {
    if (!names.some((name) => isMissing(root, name))) return
    say(`${root} is not writable and not all is built: run "npm run build" as its owner`)
    process.exit(1)
  }
  if (packages) ensureDependencies(root)
  const outdated = names.filter((name) => isOutOfDate(root, name))
  if (outdated.length === 0) return
  say(`building ${outdated.join(', ')} …`)
  const { status } = spawnSync(process.execPath, [join(root, 'build/build.mjs'), ...outdated], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) return
  say('the build failed')
  process.exit(1)
}
