import type { StepBase, Unnumbered } from './step-base.ts'

export type StopMode = 'smart' | 'fast' | 'immediate'

/** Runs initdb into a directory that it claims first; undone by deleting what it claimed. */
export interface InitdbStep extends StepBase<'initdb'> {
  /** libc locale name; `C` unless asked otherwise (facts, C74). */
  readonly locale: string
  readonly encoding: 'UTF8'
  readonly checksums: boolean
  readonly auth: 'scram-sha-256' | 'md5'
}

export interface StartServerStep extends StepBase<'start-server'> {
  /** Some minutes: a standby may have much to replay before it accepts connections. */
  readonly deadlineMs: number
}

export interface StopServerStep extends StepBase<'stop-server'> {
  readonly mode: StopMode
  readonly deadlineMs: number
}

/** Stop and start in one step: its undo is that of the configuration change it applies. */
export interface RestartServerStep extends StepBase<'restart-server'> {
  readonly mode: StopMode
  readonly deadlineMs: number
}

export type ReloadServerStep = StepBase<'reload-server'>

/** Makes a standby a primary, and waits until it is one. */
export interface PromoteServerStep extends StepBase<'promote-server'> {
  readonly by: 'pg_ctl' | 'trigger' | 'sql'
  /** The file that the standby watches; null unless `by` is `trigger`. */
  readonly triggerFile: string | null
  readonly deadlineMs: number
}

export interface ReplayStep extends StepBase<'replay'> {
  readonly action: 'pause' | 'resume'
}

const startDeadlineMs = 300_000
const stopDeadlineMs = 120_000

export const initdb = (
  instance: string,
  options: Pick<InitdbStep, 'locale' | 'checksums' | 'auth'> & { readonly dataDir: string },
): Unnumbered<InitdbStep> => ({
  kind: 'initdb',
  instance,
  locale: options.locale,
  checksums: options.checksums,
  auth: options.auth,
  encoding: 'UTF8',
  title: { key: 'steps.initdb', params: { dataDir: options.dataDir } },
  undo: 'inverse',
})

export const startServer = (instance: string): Unnumbered<StartServerStep> => ({
  kind: 'start-server',
  instance,
  deadlineMs: startDeadlineMs,
  title: { key: 'steps.start-server', params: { instance } },
  undo: 'inverse',
})

/** A smart stop that has begun ends only with its last client: PostgreSQL has no way to go on instead. */
export const stopServer = (instance: string, mode: StopMode = 'fast'): Unnumbered<StopServerStep> => ({
  kind: 'stop-server',
  instance,
  mode,
  deadlineMs: stopDeadlineMs,
  title: { key: 'steps.stop-server', params: { instance, mode } },
  undo: mode === 'smart' ? 'point-of-no-return' : 'inverse',
})

export const restartServer = (instance: string, mode: StopMode = 'fast'): Unnumbered<RestartServerStep> => ({
  kind: 'restart-server',
  instance,
  mode,
  deadlineMs: startDeadlineMs,
  title: { key: 'steps.restart-server', params: { instance } },
  undo: 'nothing',
})

export const reloadServer = (instance: string): Unnumbered<ReloadServerStep> => ({
  kind: 'reload-server',
  instance,
  title: { key: 'steps.reload-server', params: { instance } },
  undo: 'nothing',
})

export const promoteServer = (
  instance: string,
  by: PromoteServerStep['by'],
  triggerFile: string | null = null,
): Unnumbered<PromoteServerStep> => ({
  kind: 'promote-server',
  instance,
  by,
  triggerFile,
  deadlineMs: startDeadlineMs,
  title: { key: 'steps.promote-server', params: { instance } },
  undo: 'point-of-no-return',
})

export const replay = (instance: string, action: ReplayStep['action']): Unnumbered<ReplayStep> => ({
  kind: 'replay',
  instance,
  action,
  title: { key: action === 'pause' ? 'steps.pause-replay' : 'steps.resume-replay', params: { instance } },
  undo: 'inverse',
})
