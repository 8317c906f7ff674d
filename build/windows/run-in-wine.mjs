// `run-in-wine.mjs DIST FOLDER CACHE`: the Windows tests by Windows programs, in a Windows made for them in FOLDER, as an
// ordinary account. Leaves FOLDER/report.jsonl; ends all that it started, also when it is told to end or takes too long.
import { copyFileSync, cpSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runToFile, windowsIn } from './wine.mjs'

/** Two to three minutes are usual; this is for what hangs. */
const deadlineMs = 9 * 60_000
const [dist, folder, cache] = process.argv.slice(2)
/** The language of most of our users, with a code page in which names and messages of theirs can be tried. */
const windows = windowsIn(folder, { locale: 'zh_CN' })
const programs = join(windows.driveC, 'programs')
const onC = (...parts) => ['C:', 'programs', ...parts].join('\\')
const report = 'report.jsonl'
const said = join(folder, 'output.txt')

/** What a person on Windows has: Node and PostgreSQL's server. */
async function fetchPrograms() {
  const args = [join(dist, 'test', 'fetch-programs.mjs'), join(folder, 'programs'), cache]
  if ((await runToFile(process.execPath, args, { cwd: folder, file: said })) !== 0)
    throw new Error(
      `the Windows builds of Node and PostgreSQL could not be had:\n${readFileSync(said, 'utf8')}`,
    )
}

async function runTests() {
  await Promise.all([windows.make(), fetchPrograms()])
  renameSync(join(folder, 'programs'), programs)
  for (const part of ['cli', 'test'])
    cpSync(join(dist, part), join(programs, 'dist', part), { recursive: true })
  copyFileSync(
    fileURLToPath(new URL('report-lines.mjs', import.meta.url)),
    join(programs, 'report-lines.mjs'),
  )
  const code = await windows.run(
    [
      onC('node', 'bin', 'node.exe'),
      '--test-reporter=file:///C:/programs/report-lines.mjs',
      `--test-reporter-destination=${onC(report)}`,
      onC('dist', 'test', 'windows.mjs'),
    ],
    {
      output: said,
      more: {
        PGTANDEM_TEST_POSTGRES: onC('postgres', 'native', 'bin'),
        PGTANDEM_TEST_COMMAND_LINE: onC('dist', 'cli', 'pgtandem.mjs'),
        PGTANDEM_TEST_OWN_WINDOWS: '1',
      },
    },
  )
  if (code !== 0) process.stderr.write(readFileSync(said))
  return code
}

let ending
const end = () =>
  (ending ??= (async () => {
    if (existsSync(join(programs, report))) copyFileSync(join(programs, report), join(folder, report))
    await windows.remove()
  })())
const endEarly = (why) => {
  process.stderr.write(`${why}\n`)
  void end().then(() => process.exit(1))
}
setTimeout(() => endEarly(`not done within ${deadlineMs / 60_000} minutes`), deadlineMs).unref()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
  process.on(signal, () => endEarly(`stopped by ${signal}`))
try {
  process.exitCode = await runTests()
} finally {
  await end()
}
