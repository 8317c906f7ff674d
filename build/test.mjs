// `npm test`: on a machine with nothing but Node, as root or as an ordinary user. The last line counts everything.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './bootstrap/checks.mjs'
import { ensureChromium } from './bootstrap/ensure-chromium.mjs'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { whyNoWine } from './bootstrap/ensure-wine.mjs'
import { ensureFullPostgres } from './bootstrap/full-postgres.mjs'
import { here } from './bootstrap/person.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { runPlaywright } from './bootstrap/run-playwright.mjs'
import { runVitest } from './bootstrap/run-vitest.mjs'
import { mountSmallDisk } from './bootstrap/small-disk.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'
import { runPackageTests, whyNoPackageTests } from './package/run-package-tests.mjs'
import { runWindowsTests, windowsBundles } from './windows/run-windows-tests.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

async function runAll(run) {
  ensureFullPostgres()
  const chromium = await ensureChromium(root)
  const whyNot = whyNoWine()
  const noPackages = whyNoPackageTests()
  buildBundles(root, windowsBundles)
  const { account, tree, person } = await placeFor(run, root)
  const postgresHome = join(tree, '.cache', 'postgres-home')
  const downloading = run.start(
    person.program,
    [...person.args, join(tree, 'dist/test/install-majors.mjs'), postgresHome],
    {
      cwd: tree,
      env: person.env,
    },
  )
  const checks = await runChecks(run, root)
  const downloads = (await downloading) === 0 ? 0 : 1
  const env = { PGTANDEM_TEST_POSTGRES_HOME: postgresHome, ...mountSmallDisk(run, account) }
  const phases = [checks, { passed: 0, failed: downloads, skipped: 0 }]
  for (const project of ['unit', 'integration'])
    phases.push(await runVitest(run, { project, root: tree, person, env }))
  phases.push(await runPlaywright(run, { root: tree, person, chromium }))
  phases.push(await runWindowsTests(run, { root: tree, person, postgresHome, whyNot }))
  phases.push(await runPackageTests(run, { root: tree, person, env, whyNot: noPackages }))
  if (process.getuid?.() === 0) {
    const rootPerson = here(join(run.temp, 'root'))
    phases.push(await runVitest(run, { project: 'root', root, person: rootPerson, env }))
  } else
    console.log('\nroot tests: not run, they try the command line as root and this is an ordinary account')
  return phases
}

const started = Date.now()
ensureDependencies(root)
const run = createTestRun({ deadlineMs: 80 * 60_000 })
let phases = [{ passed: 0, failed: 1, skipped: 0 }]
try {
  phases = await runAll(run)
} catch (error) {
  console.error(error)
}
const leftovers = await run.finish()
const sum = (key) => phases.reduce((total, counts) => total + counts[key], 0)
const [passed, failed, skipped] = [sum('passed'), sum('failed') + leftovers, sum('skipped')]
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
