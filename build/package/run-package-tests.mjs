// The tests of the packages (test/package). They look at what Linux makes, for Linux and Windows; elsewhere the real packages are
// built, installed and started by .github/workflows/packages.yml.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runVitest } from '../bootstrap/run-vitest.mjs'
import { whyNoTools } from './tools.mjs'

/** Why they cannot be run here; undefined when they can. Installs what is missing, so it comes while we may still be root. */
export const whyNoPackageTests = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? whyNoTools()
    : 'packages are tried on Linux x64 only'

/** A run that is killed leaves its Windows behind; see test/package/helpers/windows-box.ts. */
function endWindows({ root, person }) {
  for (const name of readdirSync(person.temp).filter((found) => found.startsWith('pgtandem-windows-')))
    spawnSync(
      person.program,
      [...person.args, join(root, 'build/windows/end-wine.mjs'), join(person.temp, name)],
      { env: person.env, stdio: 'ignore' },
    )
}

/** `{passed, failed, skipped}`; see runVitest. */
export async function runPackageTests(run, { whyNot, ...where }) {
  if (whyNot === undefined) {
    run.beforeRemoval(() => endWindows(where))
    return runVitest(run, { project: 'package', ...where })
  }
  console.log(`\npackage tests\nskipped: ${whyNot}`)
  return { passed: 0, failed: 0, skipped: 1 }
}
