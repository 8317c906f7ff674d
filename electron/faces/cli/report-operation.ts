import type { ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { Translator } from '../../../shared/i18n/translate.ts'
import type { CommandContext } from './context.ts'
import { type ExitCode, exitCodes, worstExitCode } from './output/exit-code.ts'
import { type Failure, failureDocument } from './output/failure.ts'
import { formatPreview, previewDocument } from './output/preview.ts'
import { printFailure } from './output/print-failure.ts'
import { type OperationRequest, type OperationResult, runOperation } from './run-operation.ts'

/** One of all instances that was refused in a way that is no failure there; nothing was done. */
export interface Skipped {
  readonly kind: 'skipped'
  readonly operation: string
  readonly failure: Failure
}

/** What a script reads of one operation. */
export function resultDocument(
  result: OperationResult | Skipped,
  t: Translator,
): Readonly<Record<string, unknown>> {
  if (result.kind === 'previewed')
    return {
      ...previewDocument(result.preview, t),
      ...(result.scriptFile === null ? {} : { script: result.scriptFile }),
    }
  if (result.kind === 'skipped') {
    const { operation, failure } = result
    return { operation, job: null, changed: false, instances: [], skipped: failureDocument(failure) }
  }
  const { operation, job } = result
  if (result.kind === 'done') {
    const { changed, instances, notes } = result
    return { operation, job, changed, instances, ...(notes.length === 0 ? {} : { notes }) }
  }
  const error = failureDocument(result.failure)
  return job === null ? { error, operation } : { error, operation, job, aftermath: result.aftermath }
}

export const exitCodeOf = (result: OperationResult | Skipped): ExitCode =>
  result.kind === 'failed' ? result.code : exitCodes.done

/** Tells people how an operation ended. */
export function printResult(
  result: OperationResult | Skipped,
  { t, out }: Pick<CommandContext, 't' | 'out'>,
): void {
  if (result.kind === 'previewed') {
    for (const line of formatPreview(result.preview, t)) out.line(line)
    if (result.scriptFile !== null) out.line(t.t('cli.preview.script-written', { path: result.scriptFile }))
    return
  }
  if (result.kind === 'skipped') {
    const { message, hint } = result.failure
    return out.line(t.t('cli.done.skipped', { message, hint }))
  }
  if (result.kind === 'failed') {
    // Who said no, or left at a question, has made no error.
    if (result.failure.code === 'cancelled' && result.job === null) out.note(t.t('cli.preview.unchanged'))
    else if (!out.json) printFailure(result.failure, out, t)
    const { job, aftermath } = result
    if (job !== null && aftermath !== null) out.note(t.t(`cli.aftermath.${aftermath}`, { job }))
    return
  }
  const { operation, instances, job } = result
  const names = instances.join(', ')
  for (const notice of result.notices) out.note(notice)
  out.line(job === null ? t.t('cli.done.nothing', { names }) : t.t('cli.done.changed', { operation, names }))
}

/** One operation from parameters to exit code. */
export async function perform(request: OperationRequest, context: CommandContext): Promise<ExitCode> {
  return report(await runOperation(request, context), context)
}

function report(result: OperationResult | Skipped, context: CommandContext): ExitCode {
  printResult(result, context)
  context.out.document(resultDocument(result, context.t))
  return exitCodeOf(result)
}

const skip = (result: OperationResult, codes: readonly ErrorCode[]): OperationResult | Skipped =>
  result.kind === 'failed' && result.aftermath === null && codes.some((code) => code === result.failure.code)
    ? { kind: 'skipped', operation: result.operation, failure: result.failure }
    : result

/**
 * The same operation on several instances: all are tried, the worst exit code counts, and it is one document.
 *
 * `skipped`: refusals that are no failure.
 */
export async function performAll(
  names: readonly string[],
  requestFor: (name: string) => OperationRequest,
  context: CommandContext,
  skipped: readonly ErrorCode[] = [],
): Promise<ExitCode> {
  const [only] = names
  if (only !== undefined && names.length === 1)
    return report(skip(await runOperation(requestFor(only), context), skipped), context)
  const results: { readonly name: string; readonly result: OperationResult | Skipped }[] = []
  for (const name of names) {
    if (context.cancel.aborted) break
    const result = skip(await runOperation(requestFor(name), context), skipped)
    printResult(result, context)
    results.push({ name, result })
  }
  context.out.document(allDocument(requestFor('').operation, results, context.t))
  const codes = results.map(({ result }) => exitCodeOf(result))
  return context.cancel.aborted ? exitCodes.cancelled : worstExitCode(codes)
}

function allDocument(
  operation: string,
  results: readonly { readonly name: string; readonly result: OperationResult | Skipped }[],
  t: Translator,
): Readonly<Record<string, unknown>> {
  const documents = results.map(({ name, result }) => ({ name, ...resultDocument(result, t) }))
  const worst = results
    .map(({ result }) => result)
    .filter((result) => result.kind === 'failed')
    .toSorted((a, b) => (worstExitCode([a.code, b.code]) === a.code ? -1 : 1))[0]
  return {
    ...(worst === undefined ? {} : { error: failureDocument(worst.failure) }),
    operation,
    changed: results.some(({ result }) => result.kind === 'done' && result.changed),
    instances: results.map(({ name }) => name),
    results: documents,
  }
}
