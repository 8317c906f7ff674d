import { posix, win32 } from 'node:path'

/** Where an instance keeps its things unless its user chose otherwise. */
export interface InstancePaths {
  readonly folder: string
  readonly dataDir: string
  /** One file that pg_ctl's -l appends to; outside the data directory, so that no copy takes it along. */
  readonly logFile: string
  readonly logDir: string
  /** Outside the instance's folder: it outlives a data directory that is made again. */
  readonly passfile: string
}

/** The places of one instance below the home, in the spelling of the home itself. */
export function instancePaths(home: string, name: string): InstancePaths {
  const rules = /^[a-zA-Z]:|\\/.test(home) ? win32 : posix
  const folder = rules.join(home, 'instances', name)
  const logDir = rules.join(folder, 'log')
  return {
    folder,
    dataDir: rules.join(folder, 'data'),
    logDir,
    logFile: rules.join(logDir, 'server.log'),
    passfile: rules.join(home, 'credentials', `${name}.pgpass`),
  }
}
