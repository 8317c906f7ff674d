import type { Major } from '../../../shared/model/instance-target.ts'
import { backupApiTable } from './versions/backup-api.ts'
import { layoutTable } from './versions/layout.ts'
import { recoveryTable } from './versions/recovery.ts'
import { securityTable } from './versions/security.ts'
import { sqlTable } from './versions/sql.ts'
import { factsIn, type FactsOf } from './versions/steps.ts'
import { type SupportLevel, supportLevel } from './versions/support.ts'
import { toolsTable } from './versions/tools.ts'
import { viewsTable } from './versions/views.ts'
import { walTable } from './versions/wal.ts'

export { knownMajors, type SupportLevel, supportLevel } from './versions/support.ts'
export {
  majorFromVersionNum,
  parsePgVersionFile,
  parseVersionText,
  type ServerVersion,
} from './versions/parse-version.ts'

const table = {
  ...walTable,
  ...recoveryTable,
  ...layoutTable,
  ...sqlTable,
  ...viewsTable,
  ...backupApiTable,
  ...securityTable,
  ...toolsTable,
} as const

/** Everything that varies between major versions, as it holds in one of them. */
export type VersionFacts = FactsOf<typeof table> & {
  readonly major: Major
  readonly support: SupportLevel
}

/** The facts of a major version. Where `support` is `unknown` they are those of the nearest version that is known. */
export function versionFacts(major: Major): VersionFacts {
  return { ...factsIn(table, major), major, support: supportLevel(major) }
}
