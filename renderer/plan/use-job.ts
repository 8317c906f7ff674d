import { useState } from 'react'
import type { JobReport } from '../../shared/model/job-report.ts'
import type { Failure } from '../api/failure.ts'
import { useStream } from '../api/use-api.ts'

/** A job as it stands, as long as somebody looks; null until the first news. */
export function useJob(job: string | null): {
  readonly report: JobReport | null
  readonly failure: Failure | null
} {
  const [news, setNews] = useState<{
    readonly job: string | null
    readonly report: JobReport | null
    readonly failure: Failure | null
  }>({ job, report: null, failure: null })
  useStream(job ?? '', job === null ? null : (api, signal) => api.jobs.watch({ job }, { signal }), {
    onValue: (report) => setNews({ job, report, failure: null }),
    onFailure: (failure) => setNews((before) => ({ ...before, job, failure })),
  })
  return news.job === job ? news : { report: null, failure: null }
}
