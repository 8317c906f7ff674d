import { useEffect, useMemo } from 'react'
import type { JobSummary } from '../../../shared/model/job.ts'
import { type Reading, useReading } from '../../api/use-reading.ts'
import { useLive } from '../../stores/live-store.ts'
import { mergeJobs } from './choose-jobs.ts'

const none: readonly JobSummary[] = []

/** All jobs, newest first: read anew when one begins or ends, and up to date meanwhile. */
export function useJobs(): Reading<readonly JobSummary[]> {
  const { value, reload, ...rest } = useReading('jobs', (api, signal) => api.jobs.list(undefined, { signal }))
  const live = useLive(({ live: state }) => state?.jobs ?? none)
  const turns = live.map(({ id, state }) => `${id} ${state}`).join()
  useEffect(() => reload(), [turns, reload])
  const merged = useMemo(() => (value === undefined ? undefined : mergeJobs(value, live)), [value, live])
  return { ...rest, value: merged, reload }
}
