/** The files that the operation `edit` takes. */
export type EditableFile = 'postgresql.conf' | 'pg_hba.conf' | 'recovery.conf'
