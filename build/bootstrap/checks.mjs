// What `npm run check` and `npm test` both begin with: types, lint, format and import rules.
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Each is a script of a dependency with its arguments: no shell, so that paths may hold anything. What did not change since the
 * last time is known from .cache.
 */
const checks = [
  {
    name: 'types',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
  },
  { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  {
    name: 'format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/format.json', '.'],
  },
  { name: 'import rules', script: 'build/import-rules.mjs', args: [] },
]

const runCheck = async (run, root, { name, script, args }) => {
  const file = join(run.temp, `${name}.txt`)
  const output = openSync(file, 'w')
  const stdio = ['ignore', output, output]
  // Some colour their output wherever CI is set, also into a file.
  const { CI: _, ...env } = { ...process.env, NO_COLOR: '1' }
  const code = await run.start(process.execPath, [join(root, script), ...args], { cwd: root, stdio, env })
  closeSync(output)
  return { ok: code === 0, output: readFileSync(file, 'utf8').trimEnd() }
}

/** Runs all of them at once, and tells of each as it ends; what they say is printed only when they fail. */
export async function runChecks(run, root) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const runOne = async (check) => {
    const started = Date.now()
    const { ok, output } = await runCheck(run, root, check)
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    counts[ok ? 'passed' : 'failed'] += 1
    console.log(`check: ${check.name} ${ok ? `ok (${seconds} s)` : `failed\n${output}`}`)
  }
  await Promise.all(checks.map(runOne))
  return counts
}
