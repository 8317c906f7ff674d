import { diagnosis, type Rule } from '../finding.ts'

/** The newest attempt to archive failed. WAL piles up until one succeeds, and a base backup that waits for it hangs. */
export const archiverFailing: Rule = ({ status: { name }, server }) => {
  const archiver = server?.archiver ?? null
  if (archiver === null || archiver.lastFailedAt === null) return []
  const archivedSince =
    archiver.lastArchivedAt !== null &&
    Date.parse(archiver.lastArchivedAt) >= Date.parse(archiver.lastFailedAt)
  if (archivedSince) return []
  return [
    diagnosis('archiver-failing', 'warning', {
      name,
      wal: archiver.lastFailedWal ?? '?',
      count: archiver.failedCount,
    }),
  ]
}
