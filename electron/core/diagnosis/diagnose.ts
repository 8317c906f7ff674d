import type { Severity } from '../../../shared/model/instance-status.ts'
import type { Diagnosis, Rule } from './finding.ts'
import { archiverFailing } from './rules/archiver-failing.ts'
import { controlFileDamaged } from './rules/control-file-damaged.ts'
import { dataDirectoryMissing } from './rules/data-directory-missing.ts'
import { diskNearlyFull } from './rules/disk-nearly-full.ts'
import { hbaOpenToWorld } from './rules/hba-open-to-world.ts'
import { linkLeftBehind } from './rules/link-left-behind.ts'
import { noAccess } from './rules/no-access.ts'
import { portDiffers } from './rules/port-differs.ts'
import { replayPaused } from './rules/replay-paused.ts'
import { restartPending } from './rules/restart-pending.ts'
import { serverCrashed } from './rules/server-crashed.ts'
import { slotHoldsWal } from './rules/slot-holds-wal.ts'
import { slotLost } from './rules/slot-lost.ts'
import { standbyNotStreaming } from './rules/standby-not-streaming.ts'
import { standbySettingTooLow } from './rules/standby-setting-too-low.ts'
import { supersededPrimary } from './rules/superseded-primary.ts'
import { synchronousStandbyGone } from './rules/synchronous-standby-gone.ts'
import { tablespaceShared } from './rules/tablespace-shared.ts'
import { upstreamSuperseded } from './rules/upstream-superseded.ts'
import { walLevelMinimal } from './rules/wal-level-minimal.ts'
import type { Subject } from './subject.ts'

const rules: readonly Rule[] = [
  tablespaceShared,
  dataDirectoryMissing,
  controlFileDamaged,
  serverCrashed,
  noAccess,
  supersededPrimary,
  upstreamSuperseded,
  synchronousStandbyGone,
  slotLost,
  linkLeftBehind,
  standbyNotStreaming,
  standbySettingTooLow,
  replayPaused,
  slotHoldsWal,
  archiverFailing,
  hbaOpenToWorld,
  walLevelMinimal,
  portDiffers,
  diskNearlyFull,
  restartPending,
]

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What is wrong with one instance among all of them, the worst first; of equal code and sentence only one. Pure. */
export function diagnose(subject: Subject, all: readonly Subject[]): readonly Diagnosis[] {
  const found = rules.flatMap((rule) => rule(subject, all))
  const distinct = new Map(
    found.map((finding) => [JSON.stringify([finding.code, finding.message.params]), finding]),
  )
  return [...distinct.values()].sort((a, b) => rank[a.severity] - rank[b.severity])
}
