// Runs dependency-cruiser and fails when it saw no modules: a silent zero would pass every rule.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cruiser = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`
const { stdout, stderr } = spawnSync(
  process.execPath,
  [cruiser, '--output-type', 'json', 'electron', 'shared', 'renderer', 'test'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  },
)
if (!stdout) {
  console.error(stderr)
  process.exit(1)
}
const { summary } = JSON.parse(stdout)
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
console.log(`${summary.totalCruised} modules, ${summary.totalDependenciesCruised} dependencies`)
if (summary.totalCruised === 0 || summary.violations.length > 0) process.exit(1)
