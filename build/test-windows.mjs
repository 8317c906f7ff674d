// `npm run test:windows`: only the tests with Windows programs, as `npm test` runs them.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { whyNoWine } from './bootstrap/ensure-wine.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'
import { runWindowsTests, windowsBundles } from './windows/run-windows-tests.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const started = Date.now()

/** In wine they bring their own programs; on Windows they take what the other tests download. */
async function downloadPostgres(run, { tree, person, postgresHome }) {
  if (process.platform !== 'win32') return
  const args = [join(tree, 'dist', 'test', 'install-majors.mjs'), postgresHome, '15']
  await run.start(person.program, [...person.args, ...args], { cwd: tree, env: person.env })
}

ensureDependencies(root)
const whyNot = whyNoWine()
const run = createTestRun({ deadlineMs: 11 * 60_000 })
let counts = { passed: 0, failed: 1, skipped: 0 }
try {
  buildBundles(root, windowsBundles)
  const { tree, person } = await placeFor(run, root)
  const postgresHome = join(tree, '.cache', 'postgres-home')
  await downloadPostgres(run, { tree, person, postgresHome })
  counts = await runWindowsTests(run, { root: tree, person, postgresHome, whyNot })
} catch (error) {
  console.error(error)
}
const failed = counts.failed + (await run.finish())
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
process.exitCode = failed > 0 || counts.passed + counts.skipped === 0 ? 1 : 0
