// `npm run e2e [-- FILES AND OPTIONS OF PLAYWRIGHT]`: only the tests in a real browser, as `npm test` runs them.
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './bootstrap/ensure-chromium.mjs'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { runPlaywright } from './bootstrap/run-playwright.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

ensureDependencies(root)
const chromium = await ensureChromium(root)
const run = createTestRun({ deadlineMs: 15 * 60_000 })
let counts = { passed: 0, failed: 1, skipped: 0 }
try {
  buildBundles(root)
  const { tree, person } = await placeFor(run, root)
  counts = await runPlaywright(run, { root: tree, person, chromium, more: process.argv.slice(2) })
} catch (error) {
  console.error(error)
}
const failed = counts.failed + (await run.finish())
console.log(`\n${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0
