import type { JobState, JobSummary } from '../../../shared/model/job.ts'

/** What one may want to see of the jobs. */
export const jobKinds = ['all', 'running', 'open', 'ended'] as const
export type JobKind = (typeof jobKinds)[number]

const kindOf: Readonly<Record<JobState, Exclude<JobKind, 'all'>>> = {
  running: 'running',
  failed: 'open',
  interrupted: 'open',
  done: 'ended',
  undone: 'ended',
}

/** The jobs as they were read, with those that the live state knows better; newest first. */
export function mergeJobs(listed: readonly JobSummary[], live: readonly JobSummary[]): readonly JobSummary[] {
  const newest = new Map(live.map((job) => [job.id, job]))
  const known = new Set(listed.map(({ id }) => id))
  return [
    ...listed.map((job) => newest.get(job.id) ?? job),
    ...live.filter(({ id }) => !known.has(id)),
  ].toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** Of one kind and, unless null, about one instance. */
export const chooseJobs = (
  jobs: readonly JobSummary[],
  kind: JobKind,
  instance: string | null,
): readonly JobSummary[] =>
  jobs.filter(
    ({ state, instances }) =>
      (kind === 'all' || kindOf[state] === kind) && (instance === null || instances.includes(instance)),
  )

/** Every instance that a job was about, by name. */
export const instancesIn = (jobs: readonly JobSummary[]): readonly string[] =>
  [...new Set(jobs.flatMap(({ instances }) => instances))].toSorted()
