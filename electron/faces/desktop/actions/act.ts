import type { Shell } from '../shell.ts'
import { type Outcomes, performAll } from './perform-all.ts'
import type { Agree, Request } from './perform.ts'
import { sayFailure, sayOperation } from './say.ts'

type Needs = Pick<Shell, 'host' | 'dialogs' | 'translator'>

/** Does what a menu asks for, with the system's dialogs for agreement and for refusals. */
export async function act(requests: readonly Request[], shell: Needs): Promise<Outcomes> {
  const [first] = requests
  if (first === undefined) return []
  const outcomes = await performAll(requests, shell.host, askToAgree(first.operation, shell))
  await tellFailures(outcomes, shell)
  return outcomes
}

function askToAgree(operation: string, { dialogs, translator }: Needs): Agree {
  return async (confirmations) => {
    const t = translator()
    const { choice } = await dialogs.ask({
      message: confirmations.map(({ text }) => t.text(text)).join('\n'),
      detail: t.t('shell.agree.question'),
      choices: [
        { id: 'yes', label: sayOperation(operation, t) },
        { id: 'no', label: t.t('shell.agree.no') },
      ],
      otherwise: 'no',
    })
    return choice === 'yes'
  }
}

/** Those that did not do what was asked, in one dialog. */
export async function tellFailures(
  outcomes: Outcomes,
  { dialogs, translator }: Pick<Needs, 'dialogs' | 'translator'>,
): Promise<void> {
  const t = translator()
  const lines = describeFailures(outcomes, t)
  if (lines.length > 0)
    await dialogs.tell(t.t('shell.failed.title', { count: lines.length }), lines.join('\n\n'))
}

/** One line each; nothing of those that are done or were declined. */
export function describeFailures(outcomes: Outcomes, t: ReturnType<Needs['translator']>): readonly string[] {
  return outcomes.flatMap(({ request: { name }, performed }) => {
    if (performed.kind === 'done' || performed.kind === 'declined') return []
    const failure = performed.kind === 'failed' ? performed.error : performed
    return [t.t('shell.failed.line', { name, ...sayFailure(failure, t) }).trim()]
  })
}
