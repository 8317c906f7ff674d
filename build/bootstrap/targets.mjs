// What is built, from what, and whether it is out of date. Plain Node: in a fresh clone there is no package yet.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** `made` is written last; `sources` are folders and files. */
export const targets = {
  cli: {
    made: 'dist/cli/pgtandem.mjs',
    sources: ['electron', 'shared', 'build/bundle.mjs', 'build/record-packages.mjs'],
  },
  renderer: {
    made: 'dist/renderer/index.html',
    sources: ['renderer', 'shared', 'build/renderer.mjs', 'build/record-packages.mjs'],
  },
  desktop: {
    made: 'dist/desktop/main.mjs',
    sources: ['electron', 'shared', 'resources/icons/made', 'build/desktop.mjs', 'build/record-packages.mjs'],
  },
}

/** 0 when there is no such file. */
export const modifiedMs = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

function newestMs(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  const inside = readdirSync(path).map((name) => newestMs(join(path, name)))
  return Math.max(found.mtimeMs, ...inside)
}

/** Whether a target was never built at all. */
export const isMissing = (root, name) => modifiedMs(join(root, targets[name].made)) === 0

/** Whether a target is older than anything it is made from. */
export function isOutOfDate(root, name) {
  const { made, sources } = targets[name]
  const all = [...sources, 'package.json', 'package-lock.json', 'build/build.mjs']
  return Math.max(...all.map((path) => newestMs(join(root, path)))) > modifiedMs(join(root, made))
}
