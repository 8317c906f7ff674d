import type { CommandContext } from './context.ts'
import { type ExitCode, exitCodes, worstExitCode } from './output/exit-code.ts'
import { failureDocument } from './output/failure.ts'
import { formatPreview } from './output/preview.ts'
import { printFailure } from './output/print-failure.ts'
import { type OperationRequest, type OperationResult, runOperation } from './run-operation.ts'

/** What a script reads of one operation. */
export function resultDocument(result: OperationResult): Readonly<Record<string, unknown>> {
  if (result.kind === 'previewed')
    return { ...result.preview, ...(result.scriptFile === null ? {} : { script: result.scriptFile }) }
  const { operation, job } = result
  if (result.kind === 'done') return { operation, job, changed: result.changed, instances: result.instances }
  const error = failureDocument(result.failure)
  return job === null ? { error, operation } : { error, operation, job, aftermath: result.aftermath }
}

export const exitCodeOf = (result: OperationResult): ExitCode =>
  result.kind === 'failed' ? result.code : exitCodes.done

/** Tells people how an operation ended. */
export function printResult(result: OperationResult, { t, out }: Pick<CommandContext, 't' | 'out'>): void {
  if (result.kind === 'previewed') {
    for (const line of formatPreview(result.preview, t)) out.line(line)
    if (result.scriptFile !== null) out.line(t.t('cli.preview.script-written', { path: result.scriptFile }))
    return
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
  const result = await runOperation(request, context)
  printResult(result, context)
  context.out.document(resultDocument(result))
  return exitCodeOf(result)
}

/** The same operation on several instances: all are tried, the worst exit code counts, and it is one document. */
export async function performAll(
  names: readonly string[],
  requestFor: (name: string) => OperationRequest,
  context: CommandContext,
): Promise<ExitCode> {
  const [only] = names
  if (only !== undefined && names.length === 1) return perform(requestFor(only), context)
  const results: { readonly name: string; readonly result: OperationResult }[] = []
  for (const name of names) {
    if (context.cancel.aborted) break
    const result = await runOperation(requestFor(name), context)
    printResult(result, context)
    results.push({ name, result })
  }
  context.out.document(allDocument(requestFor('').operation, results))
  const codes = results.map(({ result }) => exitCodeOf(result))
  return context.cancel.aborted ? exitCodes.cancelled : worstExitCode(codes)
}

function allDocument(
  operation: string,
  results: readonly { readonly name: string; readonly result: OperationResult }[],
): Readonly<Record<string, unknown>> {
  const documents = results.map(({ name, result }) => ({ name, ...resultDocument(result) }))
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
