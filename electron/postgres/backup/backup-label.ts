/** The name that a label waits under: a server does not know it, so a copy cannot be mistaken for a whole one. */
export const HELD_LABEL = 'backup_label.pgtandem'

export const LABEL = 'backup_label'

/** What a base backup gave. */
export interface BaseBackup {
  readonly labelText: string
  readonly startLsn: string
  /** Up to here the standby must replay before it is consistent; null where pg_basebackup did not say. */
  readonly stopLsn: string | null
  readonly timeline: number
  readonly bytes: number
  readonly files: number
}

/** Where a backup_label says that replay starts; null for a text that is no label. The file name's first 8 digits are the timeline. */
export const parseBackupLabel = (
  label: string,
): { readonly startLsn: string; readonly timeline: number } | null => {
  const match = /^START WAL LOCATION: ([0-9A-F]+\/[0-9A-F]+) \(file ([0-9A-F]{8})[0-9A-F]{16}\)$/m.exec(label)
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { startLsn: match[1], timeline: Number.parseInt(match[2], 16) }
}
