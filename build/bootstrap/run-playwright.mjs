// Runs the end-to-end tests (test/e2e) in a real browser and counts from their JSON report.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

const sayWhatWasSkipped = ({ suites }) => {
  for (const spec of suites.flatMap(specsOf))
    for (const { status, annotations } of spec.tests) {
      if (status !== 'skipped') continue
      const why = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
      console.log(`skipped: ${spec.file} > ${spec.title}: ${why ?? 'no reason given'}`)
    }
}

/**
 * `{passed, failed, skipped}`; all are skipped without a Chromium. `person` is who runs it: how to start Node as them, and a
 * folder of theirs for temporary files. `more` are arguments for Playwright.
 */
export async function runPlaywright(run, { root, person, chromium, more = [] }) {
  console.log('\nend-to-end tests')
  if (chromium.file === undefined) {
    console.log(`skipped: there is no Chromium (${chromium.reason})`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  mkdirSync(person.temp, { recursive: true })
  const report = join(person.temp, 'e2e.json')
  const args = [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    `--config=${join(root, 'test/e2e/playwright.config.ts')}`,
    '--reporter=list,json',
    ...more,
  ]
  const code = await run.start(person.program, [...person.args, ...args], {
    cwd: root,
    env: {
      ...person.env,
      TMPDIR: person.temp,
      TEMP: person.temp,
      TMP: person.temp,
      NO_COLOR: '1',
      PGTANDEM_CHROMIUM: chromium.file,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  })
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    for (const { message } of result.errors) console.error(message)
    sayWhatWasSkipped(result)
    const { expected, unexpected, flaky, skipped } = result.stats
    const failed = unexpected + flaky + result.errors.length
    return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
  } catch {
    console.error(`end-to-end tests: Playwright ended with ${code} and without a report`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
