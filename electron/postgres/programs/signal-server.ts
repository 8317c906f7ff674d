import { runProgram, type RunOptions } from '../../system/process/run-program.ts'
import { programPath } from '../installations/installation.ts'
import { programEnv } from './program-env.ts'
import { readLiveServer } from './read-pid-file.ts'
import { refuseUnsafePaths } from './refuse-unsafe-paths.ts'
import type { ServerPlace } from './stop-server.ts'

const runPgCtl = async (
  verb: 'reload' | 'promote',
  { binDir, dataDir }: ServerPlace,
  options: RunOptions,
): Promise<'sent' | 'not-running'> => {
  if ((await readLiveServer(dataDir)) === undefined) return 'not-running'
  refuseUnsafePaths(dataDir, binDir)
  const noWait = verb === 'promote' ? ['-W'] : []
  await runProgram(programPath(binDir, 'pg_ctl'), [verb, ...noWait, '-s', '-D', dataDir], {
    timeoutMs: 60_000,
    ...options,
    env: { ...programEnv(binDir), ...options.env },
  })
  return 'sent'
}

/** Has a server read its configuration again. What it thought of it stands in its log and in pg_file_settings. */
export const reloadServer = (place: ServerPlace, options: RunOptions = {}): Promise<'sent' | 'not-running'> =>
  runPgCtl('reload', place, options)

/**
 * Tells a standby to become a primary, and does not wait for it: ask pg_is_in_recovery().
 *
 * Throws `program-failed` for a server that is no standby.
 */
export const promoteServer = (
  place: ServerPlace,
  options: RunOptions = {},
): Promise<'sent' | 'not-running'> => runPgCtl('promote', place, options)
