import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { JobOutcome } from '../../../shared/model/job.ts'
import type { PlanPreview } from '../../../shared/model/plan-preview.ts'
import type { RunOptions } from '../../core/core.ts'
import type { Planned } from '../../core/operations/operation.ts'
import { instancesOf, type Plan } from '../../core/plan/plan.ts'
import type { CommandContext } from './context.ts'
import { askToAgree, decideAgreement } from './input/confirm.ts'
import { type ExitCode, exitCodeFor, exitCodes } from './output/exit-code.ts'
import { describeFailure, describeRecord, describeRefusal, type Failure } from './output/failure.ts'
import { createProgressPrinter } from './output/progress.ts'

/** How one operation ended, before it is told to anybody. */
export type OperationResult =
  | {
      readonly kind: 'done'
      readonly operation: string
      /** null: there was nothing to do. */
      readonly job: string | null
      readonly changed: boolean
      readonly instances: readonly string[]
      readonly notices: readonly string[]
      /** What is left to be seen to, as its steps found. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'previewed'; readonly preview: PlanPreview; readonly scriptFile: string | null }
  | {
      readonly kind: 'failed'
      readonly operation: string
      readonly code: ExitCode
      readonly failure: Failure
      readonly job: string | null
      /** What has become of what was done: null where nothing was. */
      readonly aftermath: 'undone' | 'open' | null
    }

export interface OperationRequest {
  readonly operation: string
  readonly params: Readonly<Record<string, unknown>>
  /** Said instead of planned, when a refusal can be cured and planning tried again. */
  readonly cure?: (refusal: Extract<Planned, { kind: 'refused' }>) => Promise<boolean>
  /** Takes back what the cure did, when it did not help. */
  readonly cureFailed?: () => Promise<void>
}

/** Plans, asks where asking is due, and runs. Throws nothing that a user can cause. */
export async function runOperation(
  request: OperationRequest,
  context: CommandContext,
): Promise<OperationResult> {
  const { operation } = request
  try {
    return await planAndRun(request, context)
  } catch (error) {
    const failure = describeFailure(error, context.t)
    return { kind: 'failed', operation, code: exitCodeFor(failure.code), failure, job: null, aftermath: null }
  }
}

async function planAndRun(request: OperationRequest, context: CommandContext): Promise<OperationResult> {
  const { operation, params } = request
  const core = await context.core()
  let planned = await core.plan(operation, params)
  const cured = planned.kind === 'refused' && (await request.cure?.(planned)) === true
  if (cured) planned = await core.plan(operation, params)
  if (planned.kind === 'refused') {
    if (cured) await request.cureFailed?.()
    return refused(operation, planned, context)
  }
  const { plan } = planned
  if (context.global.dryRun) return previewed(plan, context)
  const notices = plan.notices.map((notice) => context.t.text(notice))
  if (plan.steps.length === 0)
    return {
      kind: 'done',
      operation,
      job: null,
      changed: false,
      instances: instancesOf(plan),
      notices,
      notes: [],
    }
  await agree(plan, context)
  const outcome = await withProgress(context, (options) => core.run(plan, options))
  if (outcome.state === 'changed-world') {
    if (outcome.planned.kind === 'refused') return refused(operation, outcome.planned, context)
    throw new PgTandemError('changed-world')
  }
  return fromOutcome(outcome, { operation, instances: instancesOf(plan), notices }, context)
}

/** Runs a job with its progress shown; Ctrl-C cancels it. */
export async function withProgress<T>(
  { cancel, out, t }: Pick<CommandContext, 'cancel' | 'out' | 't'>,
  run: (options: RunOptions) => Promise<T>,
): Promise<T> {
  const progress = createProgressPrinter(out.progress, t)
  const say = (): void => {
    progress.end()
    out.note(t.t('cli.cancel.first'))
  }
  cancel.addEventListener('abort', say)
  try {
    return await run({ signal: cancel, onEvent: progress.onEvent })
  } finally {
    cancel.removeEventListener('abort', say)
    progress.end()
  }
}

/** A job's end as a result; also of jobs that were resumed or undone. */
export function fromOutcome(
  outcome: JobOutcome,
  about: {
    readonly operation: string
    readonly instances: readonly string[]
    readonly notices: readonly string[]
  },
  { t }: Pick<CommandContext, 't'>,
): OperationResult {
  if (outcome.state === 'done') {
    const notes = outcome.notes.map((note) => t.text(note))
    return { kind: 'done', ...about, job: outcome.job, changed: outcome.changed, notes }
  }
  return {
    kind: 'failed',
    operation: about.operation,
    code: outcome.cancelled ? exitCodes.cancelled : exitCodes.failed,
    failure: describeRecord(outcome.error, t),
    job: outcome.job,
    aftermath: outcome.aftermath,
  }
}

function refused(
  operation: string,
  { code, params }: Extract<Planned, { kind: 'refused' }>,
  { t }: CommandContext,
): OperationResult {
  const failure = describeRefusal(code, params, t)
  return { kind: 'failed', operation, code: exitCodes.refused, failure, job: null, aftermath: null }
}

async function agree(plan: Plan, context: CommandContext): Promise<void> {
  const { confirmations } = plan
  const force = (plan.params as { readonly force?: unknown }).force === true
  const decision = decideAgreement(confirmations, {
    yes: context.global.yes,
    force,
    interactive: context.prompts.interactive,
  })
  if (decision === 'missing') {
    const what = confirmations.map(({ text }) => context.t.text(text)).join(' ')
    throw new PgTandemError('confirmation-required', { what })
  }
  if (decision === 'ask' && !(await askToAgree(confirmations, context))) throw new PgTandemError('cancelled')
}

async function previewed(plan: Plan, context: CommandContext): Promise<OperationResult> {
  const core = await context.core()
  const preview = await core.preview(plan)
  const { script } = context.global
  if (script === undefined) return { kind: 'previewed', preview, scriptFile: null }
  const scriptFile = path.resolve(script)
  const shell = /\.(cmd|bat)$/i.test(scriptFile) ? 'cmd' : 'sh'
  const text = await core.script(plan, shell, context.t.language)
  try {
    await writeFile(scriptFile, text, { mode: shell === 'sh' ? 0o755 : 0o644 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PgTandemError('file-not-written', { path: scriptFile, reason }, {}, { cause: error })
  }
  return { kind: 'previewed', preview, scriptFile }
}
