// The tests with Windows programs (test/windows): on Windows itself, on Linux by wine, elsewhere not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readReport } from './read-report.mjs'

/** What `buildBundles` is to make for them besides the command line. */
export const windowsBundles = {
  windows: 'test/windows/main.ts',
  'fault-program': 'test/helpers/fault-program.ts',
  'fetch-programs': 'test/windows/programs/fetch-programs.ts',
}

const reporter = fileURLToPath(new URL('report-lines.mjs', import.meta.url))

/** By the Node that runs us, and the PostgreSQL 15 that was downloaded for the other tests. */
function onWindows(run, { root, person, postgresHome }) {
  const folder = join(postgresHome, 'postgres')
  const version = existsSync(folder) && readdirSync(folder).find((name) => name.startsWith('15.'))
  if (!version) throw new Error(`there is no PostgreSQL 15 in ${folder}`)
  const dist = join(root, 'dist')
  const args = [
    `--test-reporter=${pathToFileURL(reporter).href}`,
    `--test-reporter-destination=${join(person.temp, 'report.jsonl')}`,
    join(dist, 'test', 'windows.mjs'),
  ]
  const env = {
    ...person.env,
    TEMP: person.temp,
    TMP: person.temp,
    PGTANDEM_TEST_POSTGRES: join(folder, version, 'bin'),
    PGTANDEM_TEST_COMMAND_LINE: join(dist, 'cli', 'pgtandem.mjs'),
  }
  return run.start(person.program, args, { cwd: root, env })
}

function inWine(run, { root, person, postgresHome }) {
  const script = (name, ...args) => [...person.args, join(root, 'build', 'windows', name), ...args]
  run.beforeRemoval(() => {
    if (existsSync(join(person.temp, 'windows')))
      spawnSync(person.program, script('end-wine.mjs', person.temp), { env: person.env, stdio: 'ignore' })
  })
  const args = script('run-in-wine.mjs', join(root, 'dist'), person.temp, join(postgresHome, 'cache'))
  return run.start(person.program, args, { cwd: root, env: person.env })
}

/**
 * `{passed, failed, skipped}`. `whyNot`: why there is no wine, where it is needed. `postgresHome` is where server programs
 * are downloaded to, `person` who runs it.
 */
export async function runWindowsTests(run, { root, person, postgresHome, whyNot }) {
  console.log('\nWindows tests')
  if (process.platform !== 'win32' && whyNot !== undefined) {
    console.log(`skipped: ${whyNot}`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const own = { ...person, temp: join(person.temp, 'windows-tests') }
  const start = process.platform === 'win32' ? onWindows : inWine
  if (process.platform === 'win32') mkdirSync(own.temp, { recursive: true })
  const code = await start(run, { root, person: own, postgresHome })
  return readReport(join(own.temp, 'report.jsonl'), code)
}
