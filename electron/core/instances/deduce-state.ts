import type { InstanceRole, InstanceState } from '../../../shared/model/instance-status.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import type { ControlState } from '../../postgres/facts/control-file.ts'
import type { PidFile } from '../../postgres/facts/pid-file.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'

/** What was seen of one instance, before it is put together. */
export interface Sighting {
  readonly major: Major
  readonly control: ControlState | null
  /** Of a process that lives and is this directory's server; null else. */
  readonly postmaster: PidFile | null
  /** Whether a PostgreSQL server answered on its port; null when nobody asked. */
  readonly answers: boolean | null
  /** backup_label is there: a copy that was never started, or an exclusive backup (up to 9.5). */
  readonly backupLabel: boolean
}

/**
 * The state of an instance whose files can be read.
 *
 * | postmaster | says                                   | state       |
 * |------------|----------------------------------------|-------------|
 * | lives      | starting / stopping (line 8, from 10)  | starting / stopping |
 * | lives      | ready, standby                         | running     |
 * | lives      | nothing: pg_control "shutting down"    | stopping    |
 * | lives      | nothing: port answers / does not       | running / starting |
 * | none       | pg_control shut down, or fresh copy    | stopped     |
 * | none       | anything else                          | crashed     |
 *
 * A single-user postgres answers nobody: unreachable. An unreadable pg_control without a process counts as stopped.
 */
export function deduceState({ control, postmaster, answers, backupLabel }: Sighting): InstanceState {
  if (postmaster === null) {
    const clean = control === null || control === 'shut down' || control === 'shut down in recovery'
    return clean || backupLabel ? 'stopped' : 'crashed'
  }
  if (postmaster.singleUser) return 'unreachable'
  if (postmaster.status === 'ready' || postmaster.status === 'standby') return 'running'
  if (postmaster.status !== null) return postmaster.status
  if (control === 'shutting down') return 'stopping'
  return answers === true ? 'running' : 'starting'
}

/** The files that make a server recover when it starts. */
export interface RecoveryFiles {
  readonly standbySignal: boolean
  readonly recoverySignal: boolean
  /** standby_mode of recovery.conf; null when there is no such file. */
  readonly standbyMode: boolean | null
}

/**
 * The role by the files: of a running server only until it is asked itself.
 *
 * A point-in-time recovery (recovery.signal, or recovery.conf without standby_mode) is `unknown`: it ends as a primary,
 * but is none yet. So is a copy or a former standby without any such file.
 */
export function deduceRole(sighting: Sighting, files: RecoveryFiles): InstanceRole {
  const { control, postmaster, backupLabel } = sighting
  if (postmaster !== null && !postmaster.singleUser) {
    if (postmaster.status === 'standby' || control === 'in archive recovery') return 'standby'
    if (control === 'in production') return 'primary'
  }
  const oldWay = versionFacts(sighting.major).recoveryConfig === 'recovery.conf'
  if (oldWay && files.standbyMode !== null) return files.standbyMode ? 'standby' : 'unknown'
  if (!oldWay && files.standbySignal) return 'standby'
  if (!oldWay && files.recoverySignal) return 'unknown'
  if (control === null || backupLabel) return 'unknown'
  return control === 'shut down in recovery' || control === 'in archive recovery' ? 'unknown' : 'primary'
}
