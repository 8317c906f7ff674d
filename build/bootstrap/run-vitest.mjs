// Runs one vitest project and counts from its JSON report, so that nothing is read out of coloured text.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const count = (report) => {
  // A file that could not be loaded has no tests, and is a failure all the same.
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * `{passed, failed, skipped}` of a project. `person` is who runs it: how to start Node as them, and a folder of theirs for
 * temporary files.
 */
export async function runVitest(run, { project, root, person, env = {} }) {
  console.log(`\n${project} tests`)
  const report = join(person.temp, `${project}.json`)
  mkdirSync(person.temp, { recursive: true })
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    `--reporter=${join(root, 'build/bootstrap/skipped-reporter.mjs')}`,
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const code = await run.start(person.program, [...person.args, ...args], {
    cwd: root,
    env: { ...person.env, TMPDIR: person.temp, TEMP: person.temp, TMP: person.temp, NO_COLOR: '1', ...env },
  })
  try {
    const counts = count(JSON.parse(readFileSync(report, 'utf8')))
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    console.error(`${project} tests: vitest ended with ${code} and without a report`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
