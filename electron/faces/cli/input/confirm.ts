import type { Confirmation } from '../../../core/plan/plan.ts'
import type { CommandContext } from '../context.ts'

export type Agreement = 'agreed' | 'ask' | 'missing'

/**
 * Whether the user has agreed to a plan, has to be asked, or cannot be. `--force` is agreement to have two primaries, and
 * to nothing else.
 */
export function decideAgreement(
  confirmations: readonly Pick<Confirmation, 'reason'>[],
  {
    yes,
    force,
    interactive,
  }: { readonly yes: boolean; readonly force: boolean; readonly interactive: boolean },
): Agreement {
  const open = confirmations.filter(({ reason }) => !(force && reason === 'splits-the-pair'))
  if (yes || open.length === 0) return 'agreed'
  return interactive ? 'ask' : 'missing'
}

/** y, yes and 是 mean yes; everything else, Enter too, means no. */
export const isYes = (answer: string): boolean => /^(y|yes|是|好)$/i.test(answer.trim())

/** Shows what has to be agreed to and asks. False: the user said no. */
export async function askToAgree(
  confirmations: readonly Confirmation[],
  { t, out, prompts }: Pick<CommandContext, 't' | 'out' | 'prompts'>,
): Promise<boolean> {
  for (const { text } of confirmations) out.note(t.text(text))
  return isYes(await prompts.ask(t.t('cli.confirm.question')))
}
