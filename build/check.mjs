// `npm run check`: types, lint, format, import rules and unit tests; under a minute.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => `${root}/node_modules/.bin/${name}`

const checks = [
  ['types', bin('tsc'), ['--pretty']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['import rules', process.execPath, ['build/import-rules.mjs']],
  [
    'unit tests',
    bin('vitest'),
    [
      'run',
      '--project',
      'unit',
      '--reporter',
      'json',
      '--outputFile',
      '.cache/unit.json',
      '--reporter',
      'default',
      '--silent',
    ],
  ],
]

for (const [name, program, args] of checks) {
  const started = Date.now()
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`check: ${name} failed`)
    process.exit(1)
  }
  console.log(`check: ${name} ok (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
