import { since, steps } from './steps.ts'

const oldTargets = ['recovery_target_name', 'recovery_target_time', 'recovery_target_xid']

/** How a standby and a recovery are configured and ended. Sources: recovery.conf.sample, guc tables, pg_ctl.c. */
export const recoveryTable = {
  /** `recovery.conf`: one file with its own parameters; `signal-file`: standby.signal or recovery.signal beside ordinary settings. */
  recoveryConfig: steps<'recovery.conf' | 'signal-file'>('recovery.conf', [12, 'signal-file']),
  /** File whose presence at start makes the server a standby. */
  standbyFile: steps<'recovery.conf' | 'standby.signal'>('recovery.conf', [12, 'standby.signal']),
  /** What promotion does to that file. */
  standbyFileAfterPromotion: steps<'renamed-to-recovery.done' | 'deleted'>('renamed-to-recovery.done', [
    12,
    'deleted',
  ]),
  /** `standby_mode = on` has to be written. */
  needsStandbyMode: steps<boolean>(true, [12, false]),
  /** Setting that names the file whose appearance promotes; null where only pg_ctl and SQL are left. */
  triggerFileSetting: steps<'trigger_file' | 'promote_trigger_file' | null>(
    'trigger_file',
    [12, 'promote_trigger_file'],
    [16, null],
  ),
  pgCtlPromoteWaits: since(10),
  /** `pg_promote(wait, wait_seconds)`. */
  hasPgPromote: since(12),
  hasPrimarySlotName: since(9.4),
  /** What makes a changed primary_conninfo or primary_slot_name take effect. */
  primaryConninfoChange: steps<'restart' | 'reload'>('restart', [13, 'reload']),
  restoreCommandChange: steps<'restart' | 'reload'>('restart', [14, 'reload']),
  /** What makes recovery_min_apply_delay take effect; null where it is unknown. */
  minApplyDelayChange: steps<'restart' | 'reload' | null>(null, [9.4, 'restart'], [12, 'reload']),
  hasRecoveryMinApplyDelay: since(9.4),
  /** At most one of these may be set. */
  recoveryTargets: steps<readonly string[]>(
    oldTargets,
    [9.4, [...oldTargets, 'recovery_target']],
    [10, [...oldTargets, 'recovery_target_lsn', 'recovery_target']],
  ),
  hasRecoveryTargetImmediate: since(9.4),
  hasRecoveryTargetLsn: since(10),
  /** Timeline followed if none is written. A standby that shall follow a promotion needs `latest`. */
  defaultRecoveryTargetTimeline: steps<'current' | 'latest'>('current', [12, 'latest']),
  /** What says whether to pause, promote or shut down at the target; the older one is a boolean (pause or not). */
  actionAtTargetSetting: steps<'pause_at_recovery_target' | 'recovery_target_action'>(
    'pause_at_recovery_target',
    [9.5, 'recovery_target_action'],
  ),
  /** What happens when the archive ends before the target. */
  targetNotReached: steps<'opens-read-write' | 'fails'>('opens-read-write', [13, 'fails']),
  /** What happens when WAL written with wal_level=minimal is met. */
  minimalWalMet: steps<'warns' | 'fails'>('warns', [14, 'fails']),
} as const
