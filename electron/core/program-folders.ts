import path from 'node:path'
import type { ProgramFolders } from '../../shared/contract/session.ts'
import { downloadsDir } from '../postgres/installations/installation-places.ts'
import { logFileOf } from './failure-log.ts'

/** Where a home keeps what people may want to look at. */
export const programFolders = (home: string): ProgramFolders => ({
  logs: path.dirname(logFileOf(home)),
  downloads: downloadsDir(home),
  instances: path.join(home, 'instances'),
})
