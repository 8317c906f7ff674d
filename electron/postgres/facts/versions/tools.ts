import { since, steps, until } from './steps.ts'

/** Options of the programs. Source: long_options of each version's program. */
export const toolsTable = {
  /** initdb: page checksums unless told otherwise. */
  checksumsByDefault: since(18),
  initdbHasNoDataChecksums: since(18),
  initdbHasWalSegsize: since(11),
  initdbHasLocaleProvider: since(15),
  initdbHasBuiltinProvider: since(17),
  initdbHasAllowGroupAccess: since(11),
  /** `initdb --set NAME=VALUE`. */
  initdbHasSet: since(16),
  initdbWalDirOption: steps<'--xlogdir' | '--waldir'>('--xlogdir', [10, '--waldir']),
  /** Without it older versions return from `start` at once: pass `-w` always. */
  pgCtlWaitsByDefault: since(10),
  pgCtlDefaultStopMode: steps<'smart' | 'fast'>('smart', [9.5, 'fast']),
  /** Program that checks (and from 12 sets) page checksums of a stopped server. */
  checksumsTool: steps<'pg_verify_checksums' | 'pg_checksums' | null>(
    null,
    [11, 'pg_verify_checksums'],
    [12, 'pg_checksums'],
  ),
  /** pg_basebackup includes WAL unless told otherwise; before, pass `-X stream`. */
  basebackupStreamsWalByDefault: since(10),
  basebackupHasTablespaceMapping: since(9.4),
  basebackupWalDirOption: steps<'--xlogdir' | '--waldir' | null>(null, [9.4, '--xlogdir'], [10, '--waldir']),
  basebackupHasSlot: since(9.6),
  basebackupHasNoSlot: since(10),
  basebackupHasNoClean: since(10),
  basebackupHasNoSync: since(10),
  basebackupHasCreateSlot: since(11),
  basebackupHasNoVerifyChecksums: since(11),
  basebackupHasManifest: since(13),
  basebackupHasTarget: since(15),
  basebackupHasIncremental: since(17),
  hasPgRewind: since(9.5),
  /** Roles without superuser need EXECUTE on pg_ls_dir, pg_stat_file and pg_read_binary_file (two forms). */
  rewindWithoutSuperuser: since(11),
  rewindHasNoSync: since(12),
  /** Finishes crash recovery of the target by itself; before, the target must have been stopped cleanly. */
  rewindRecoversTarget: since(13),
  rewindHasWriteRecoveryConf: since(13),
  rewindHasRestoreTargetWal: since(13),
  rewindHasConfigFile: since(15),
  /** Right after a promotion the source needs a CHECKPOINT, or pg_rewind sees no divergence. */
  rewindNeedsSourceCheckpoint: until(16),
} as const
