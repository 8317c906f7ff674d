import { diagnosis, type Rule } from '../finding.ts'
import type { Subject } from '../subject.ts'

/**
 * Two servers write into one folder: CREATE TABLESPACE on a primary makes its standby on the same machine use the very
 * same folder, without a word (facts, A5). That is corruption; told of the standby, which has to be stopped at once.
 */
export const tablespaceShared: Rule = (subject, all) => {
  const { name, state } = subject.status
  const fix =
    state === 'running' || state === 'unreachable' ? { operation: 'stop', params: { name } } : undefined
  return all
    .filter((other) => isTheOneToStop(subject, other))
    .flatMap((other) =>
      subject.files.tablespaceDirs
        .filter((dir) => other.files.tablespaceDirs.includes(dir))
        .map((dir) => diagnosis('tablespace-shared', 'error', { name, other: other.status.name, dir }, fix)),
    )
}

/** Of a primary and a standby the standby; of two alike the later name, so that each pair is told once. */
function isTheOneToStop(subject: Subject, other: Subject): boolean {
  if (subject.status.name === other.status.name) return false
  const [ours, theirs] = [subject, other].map(({ status }) => status.role === 'standby')
  return ours === theirs ? subject.status.name > other.status.name : ours === true
}
