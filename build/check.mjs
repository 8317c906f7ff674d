// `npm run check`: types, lint, format, import rules and unit tests; under a minute.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './bootstrap/checks.mjs'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { here } from './bootstrap/person.mjs'
import { runVitest } from './bootstrap/run-vitest.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
ensureDependencies(root)
const run = createTestRun({ deadlineMs: 5 * 60_000 })
const checks = await runChecks(run, root)
const unit = await runVitest(run, { project: 'unit', root, person: here(join(run.temp, 'unit')) })
await run.finish()
process.exitCode = checks.failed + unit.failed > 0 || unit.passed === 0 ? 1 : 0
