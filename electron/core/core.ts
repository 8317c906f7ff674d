import type { Language } from '../../shared/i18n/translate.ts'
import type { InstanceStatus } from '../../shared/model/instance-status.ts'
import type { JobOutlook } from '../../shared/model/job-outlook.ts'
import type { JobReport } from '../../shared/model/job-report.ts'
import type { JobEvent, JobOutcome, JobSummary } from '../../shared/model/job.ts'
import type { PlanPreview } from '../../shared/model/plan-preview.ts'
import type { Verification } from '../../shared/model/verification.ts'
import type { Snapshot } from './monitor/poller.ts'
import type { Planned } from './operations/operation.ts'
import type { InstallationService } from './installation-service.ts'
import type { Plan } from './plan/plan.ts'
import type { Playground } from './playground/playground.ts'
import type { Readings } from './readings/readings.ts'

export interface RunOptions {
  readonly signal?: AbortSignal
  readonly onEvent?: (event: JobEvent) => void
}

export interface WatchOptions {
  readonly signal: AbortSignal
  readonly onSnapshot: (snapshot: Snapshot) => void
  /** Called once with what makes it look at once: when a job has ended, say. */
  readonly onReady?: (lookNow: () => void) => void
  /** Default 1000. */
  readonly intervalMs?: number
}

/**
 * What every face talks to. Built once by `createCore`; has no opinion about how people reach it, nor in which language:
 * sentences come as `Text`, and each face says them.
 */
export interface Core extends Readings {
  readonly home: string
  readonly installations: InstallationService
  readonly playground: Playground
  /**
   * Observes what the operation needs and plans it; changes nothing.
   *
   * @throws PgTandemError `invalid-parameter` when `params` do not fit the operation's schema.
   */
  plan(operation: string, params: unknown): Promise<Planned>
  /** The plan as a person reads it, with commands for both shells and diffs against the files as they are now. */
  preview(plan: Plan): Promise<PlanPreview>
  /** The plan as a script that does by hand whatever can be done by hand, with the preview's commands. */
  script(plan: Plan, shell: 'cmd' | 'sh', language: Language): Promise<string>
  /**
   * Plans again, compares, then runs. Resolves for every outcome a user can cause.
   *
   * `changed-world`: nothing was done; here is what the plan would be now.
   */
  run(
    plan: Plan,
    options?: RunOptions,
  ): Promise<JobOutcome | { readonly state: 'changed-world'; readonly planned: Planned }>
  /** Oldest first; `open` reads only the journals of jobs that have not ended. */
  listJobs(which?: 'all' | 'open'): Promise<readonly JobSummary[]>
  /** One job as its journal tells it, whichever process runs or ran it. Throws `unknown-job` and `journal-damaged`. */
  readJob(id: string): Promise<JobReport>
  /** What `resumeJob` and `undoJob` would do. Throws as `readJob` does. */
  jobOutlook(id: string): Promise<JobOutlook>
  resumeJob(id: string, options?: RunOptions): Promise<JobOutcome>
  undoJob(id: string, options?: RunOptions): Promise<JobOutcome>
  /** Of all instances, or of those named; with `why`, each field's evidence. */
  status(options?: {
    readonly names?: readonly string[]
    readonly why?: boolean
  }): Promise<readonly InstanceStatus[]>
  /** The guides' checks; asks both servers, and leaves nothing behind. */
  verify(standby: string, options?: { readonly signal?: AbortSignal }): Promise<Verification>
  /** A snapshot of all instances at every poll, and at once when a server is lost. Resolves when `signal` aborts. */
  watch(options: WatchOptions): Promise<void>
  /** psql on an instance with this process's own terminal; resolves to its exit code. Throws `psql-missing`. */
  runPsql(name: string, args: readonly string[]): Promise<number>
  /** Calls `onGone` when nobody reads this process's stdout any more, where the system tells of it; until `close`. */
  watchReader(onGone: () => void): void
  /** Takes out the links that it put in between first. */
  close(): Promise<void>
}
