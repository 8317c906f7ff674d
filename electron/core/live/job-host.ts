import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { JobReport } from '../../../shared/model/job-report.ts'
import type { JobEvent } from '../../../shared/model/job.ts'
import type { Core, RunOptions } from '../core.ts'
import type { Planned } from '../operations/operation.ts'
import { toErrorRecord } from '../plan/job/error-record.ts'
import { instancesOf, type Plan } from '../plan/plan.ts'
import { newReport, reportAfter, reportAtEnd, reportAtFailure } from './job-report.ts'
import { createTopic, type Topic } from './topic.ts'

const never = new AbortController().signal

/** How many ended jobs are remembered with their steps; the journals know all, without. */
const REMEMBERED = 30

export type Begun =
  | { readonly kind: 'started'; readonly job: string }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'changed-world'; readonly planned: Planned }

/**
 * Runs jobs for whoever watches: a job goes on when the window that began it is closed, and any window may follow it.
 */
export interface JobHost {
  /** Resolves when it has begun, or when it is clear that it will not. Throws what `Core.run` throws before it begins. */
  run(plan: Plan): Promise<Begun>
  resume(job: string): Promise<void>
  undo(job: string): Promise<void>
  /** Nothing when it does not run here. */
  cancel(job: string): void
  /** Those of this process, the newest first. */
  reports(): readonly JobReport[]
  report(job: string): JobReport | undefined
  /** Bumped at each piece of news of any job. */
  readonly news: Topic
  /** Bumped when a job begins or ends. */
  readonly turns: Topic
  /** Resolves when no job runs here; with `cancel`, those that run are cancelled. */
  settle(cancel: boolean): Promise<void>
}

type Result = Awaited<ReturnType<Core['run']>>

interface Hosted {
  report: JobReport
  readonly abort: AbortController
}

export function createJobHost(core: Pick<Core, 'run' | 'resumeJob' | 'undoJob' | 'readJob'>): JobHost {
  const hosted = new Map<string, Hosted>()
  const news = createTopic()
  const turns = createTopic()

  const forgetOldest = (): void => {
    const ended = [...hosted].filter(([, { report }]) => report.endedAt !== null)
    for (const [id] of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) hosted.delete(id)
  }

  /** Follows one run from its first event; resolves with its number then, or with what it came to before that. */
  const begin = (first: JobReport, run: (options: RunOptions) => Promise<Result>): Promise<string | Result> =>
    new Promise((resolve, reject) => {
      const abort = new AbortController()
      let entry: Hosted | undefined
      const onEvent = (event: JobEvent): void => {
        if (entry === undefined) {
          const report = reportAfter(first, event)
          entry = { report, abort }
          hosted.set(report.id, entry)
          resolve(report.id)
          turns.bump()
        } else entry.report = reportAfter(entry.report, event)
        news.bump()
      }
      const end = (change: (report: JobReport, at: string) => JobReport): void => {
        if (entry !== undefined) entry.report = change(entry.report, new Date().toISOString())
        forgetOldest()
        news.bump()
        turns.bump()
      }
      const follow = async (): Promise<void> => {
        try {
          const result = await run({ signal: abort.signal, onEvent })
          end((report, at) => (result.state === 'changed-world' ? report : reportAtEnd(report, result, at)))
          resolve(result)
        } catch (error) {
          end((report, at) => reportAtFailure(report, toErrorRecord(error), at))
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      void follow()
    })

  const takeUp = async (job: string, how: 'resumeJob' | 'undoJob'): Promise<void> => {
    const running = hosted.get(job)
    if (running !== undefined && running.report.endedAt === null)
      throw new PgTandemError('job-is-running', { job, pid: process.pid })
    const { operation, instances, startedAt, steps } = await core.readJob(job)
    hosted.delete(job)
    const first = { ...newReport({ id: job, operation, instances }, startedAt), steps }
    await begin(first, (options) => core[how](job, options))
  }

  return {
    news,
    turns,
    async run(plan) {
      if (plan.steps.length === 0) return { kind: 'nothing-to-do' }
      const about = { id: '', operation: plan.operation, instances: instancesOf(plan) }
      const report = newReport(about, new Date().toISOString())
      const begun = await begin(report, (options) => core.run(plan, options))
      if (typeof begun === 'string') return { kind: 'started', job: begun }
      if (begun.state === 'changed-world') return { kind: 'changed-world', planned: begun.planned }
      return { kind: 'nothing-to-do' }
    },
    resume: (job) => takeUp(job, 'resumeJob'),
    undo: (job) => takeUp(job, 'undoJob'),
    cancel: (job) => {
      const entry = hosted.get(job)
      if (entry === undefined || entry.report.endedAt !== null) return
      entry.report = { ...entry.report, cancelling: true }
      entry.abort.abort()
      news.bump()
    },
    reports: () => [...hosted.values()].map(({ report }) => report).toReversed(),
    report: (job) => hosted.get(job)?.report,
    async settle(cancel) {
      for (;;) {
        const seen = turns.version()
        const running = [...hosted.values()].filter(({ report }) => report.endedAt === null)
        if (running.length === 0) return
        if (cancel) for (const { abort } of running) abort.abort()
        await turns.wait(seen, never)
      }
    },
  }
}
