import { newReport } from '../../../../electron/core/live/job-report.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import type { JobReport } from '../../../../shared/model/job-report.ts'
import type { JobSummary } from '../../../../shared/model/job.ts'
import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'

const STARTED = '2026-11-21T07:59:00.000Z'

export const live = (instances: readonly InstanceView[], jobs: readonly JobSummary[] = []): LiveState => ({
  at: '2026-11-21T08:00:00.000Z',
  instances,
  jobs,
  settings: defaultSettings,
})

export const job = (
  operation: string,
  instances: readonly string[],
  state: JobSummary['state'] = 'running',
): JobSummary => ({
  id: `job-${operation}`,
  operation,
  state,
  step: null,
  stepTitle: null,
  startedAt: STARTED,
  instances,
  canResume: false,
  canUndo: false,
  damaged: null,
})

export const report = (
  operation: string,
  instances: readonly string[],
  changed: Partial<JobReport> = {},
): JobReport => ({
  ...newReport({ id: `job-${operation}`, operation, instances }, STARTED),
  ...changed,
})
