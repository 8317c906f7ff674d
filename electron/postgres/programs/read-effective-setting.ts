import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { programPath } from '../installations/installation.ts'
import { runProgram } from '../../system/process/run-program.ts'
import { findStartDir } from './config-dir.ts'
import { programEnv } from './program-env.ts'

/**
 * Has the server program of a stopped instance read its configuration files and tell one setting (`postgres -C`).
 *
 * Throws `setting-rejected` in the program's own words when it would refuse to start with them.
 */
export const readEffectiveSetting = async (
  target: Pick<InstanceTarget, 'binDir' | 'dataDir' | 'configFile'>,
  setting: string,
): Promise<string> => {
  const dir = await findStartDir(target)
  const { exitCode, stdout, stderr } = await runProgram(
    programPath(target.binDir, 'postgres'),
    ['-C', setting, '-D', dir],
    { expectedExitCodes: [0, 1, 2], timeoutMs: 20_000, env: programEnv(target.binDir) },
  )
  if (exitCode === 0) return stdout.trim()
  throw new PgTandemError('setting-rejected', { setting: target.configFile, reason: parseRefusal(stderr) })
}

/** The first thing that it says, since only that names the line or the value: the last is that the file contains errors. */
export const parseRefusal = (stderr: string): string =>
  /(?:LOG|ERROR|FATAL|PANIC):\s+(.*)/.exec(stderr)?.[1]?.trim() ?? stderr.trim()
