import type { CommandContext } from '../../context.ts'
import { printResult } from '../../report-operation.ts'
import { runOperation } from '../../run-operation.ts'
import type { DemoPair } from './make-pair.ts'

/** Removes what the demo made, the standby first. Goes on after Ctrl-C: that is what was asked for. */
export async function removePair({ primary, standby }: DemoPair, context: CommandContext): Promise<void> {
  const { out, t, global } = context
  out.line()
  out.line(t.t('cli.demo.removing'))
  const quiet = { ...out, progress: { ...out.progress, isTTY: false, write: () => undefined } }
  const unstoppable: CommandContext = {
    ...context,
    out: quiet,
    cancel: new AbortController().signal,
    global: { ...global, yes: true },
  }
  for (const name of [standby, primary]) {
    const result = await runOperation(
      { operation: 'remove', params: { name, deleteData: true } },
      unstoppable,
    )
    if (result.kind !== 'failed') continue
    printResult(result, { ...context, out: { ...out, json: false } })
    out.note(t.t('cli.demo.not-removed', { name }))
  }
}
