// `npm run undo-matrix [-- WORD…]`: kills and fails every step of every operation on real servers (of those whose title
// holds one of the words, else of all), and writes docs/undo-matrix.md. Takes about twenty minutes on two cores.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

ensureDependencies(root)
const run = createTestRun({ deadlineMs: 3 * 3_600_000 })
let status = 1
try {
  buildBundles(root, {
    'fault-program': 'test/helpers/fault-program.ts',
    'undo-matrix': 'test/helpers/undo-matrix/main.ts',
  })
  const { tree, person } = await placeFor(run, root)
  const programs = ['undo-matrix', 'fault-program'].map((name) => join(tree, 'dist/test', `${name}.mjs`))
  const pages = join(tree, '.cache')
  if (tree === root) mkdirSync(pages, { recursive: true })
  status = await run.start(person.program, [...person.args, ...programs, pages, ...process.argv.slice(2)], {
    cwd: tree,
    env: { ...person.env, TMPDIR: person.temp },
  })
  copyFileSync(join(pages, 'undo-matrix.md'), join(root, 'docs', 'undo-matrix.md'))
} catch (error) {
  console.error(error)
}
const leftovers = await run.finish()
process.exitCode = status === 0 && leftovers === 0 ? 0 : 1
