import { access } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { runProgram } from '../../system/process/run-program.ts'
import { programPath } from '../installations/installation.ts'
import { programEnv } from './program-env.ts'

/** What `pg_ctl start` is to be told. */
export interface StartPlace {
  readonly binDir: string
  readonly dataDir: string
  /** postgresql.conf where it lies outside the data directory, as on Debian. */
  readonly configFile?: string
}

/**
 * Finds what to give pg_ctl as -D: the data directory, or the folder of a postgresql.conf that lies elsewhere.
 *
 * The other way, `-o "-c config_file=…"`, would hand a path of the user's to a shell. Both pg_ctl and postgres take the
 * folder of postgresql.conf for -D when its data_directory leads to the data (which Debian always writes); postgres
 * itself is asked whether it does. Throws `configuration-not-startable` when it does not. Source: runtime-config-file-locations.
 */
export const findStartDir = async ({ binDir, dataDir, configFile }: StartPlace): Promise<string> => {
  const inside = path.join(dataDir, 'postgresql.conf')
  if (configFile === undefined || path.resolve(configFile) === path.resolve(inside)) return dataDir
  const refusal = new PgTandemError('configuration-not-startable', { configFile, dataDir })
  if (path.basename(configFile) !== 'postgresql.conf') throw refusal
  await access(configFile).catch(() => {
    throw refusal
  })
  const configDir = path.dirname(configFile)
  const { exitCode, stdout } = await runProgram(
    programPath(binDir, 'postgres'),
    ['-C', 'data_directory', '-D', configDir],
    { expectedExitCodes: [0, 1, 2], timeoutMs: 20_000, env: programEnv(binDir) },
  )
  if (exitCode !== 0 || path.resolve(stdout.trim()) !== path.resolve(dataDir)) throw refusal
  return configDir
}
