import type { Text, TextKey } from '../../../../../shared/i18n/text.ts'
import type { InstanceTarget } from '../../../../../shared/model/instance-target.ts'
import type { Plan } from '../../plan.ts'

/** What a person would type for a step, in both shells; lines end in LF. */
export interface Commands {
  /** As lines of a batch file: `%` is doubled. null: cannot be done by hand there. */
  readonly cmd: string | null
  /** POSIX sh. */
  readonly sh: string | null
  /** Why a command is null. */
  readonly reason?: Text
}

/** Commands, and what a script does instead where a person would look and wait. */
export interface ByHand extends Commands {
  readonly script?: { readonly cmd: string; readonly sh: string }
}

/** What the commands of a step depend on besides the step. */
export interface HandContext {
  readonly plan: Pick<Plan, 'targets'>
  /** Names of the programs in a folder, such as `psql`; programs that are not there are called by name alone. */
  readonly toolsOf: (binDir: string) => readonly string[]
}

/** The target of an instance that a step names; a plan that lacks it is a bug. */
export function targetOf(context: HandContext, instance: string | null): InstanceTarget {
  const target = instance === null ? undefined : context.plan.targets[instance]
  if (target === undefined) throw new Error(`the plan has no target for ${String(instance)}`)
  return target
}

type Reason<Key> = Key extends `steps.reasons.${infer Name}` ? Name : never

/** Neither shell can do it. */
export function notByHand(reason: Reason<TextKey>): ByHand {
  return { cmd: null, sh: null, reason: { key: `steps.reasons.${reason}` } }
}

/** Only cmd can do it. */
export const onlyInCmd = (cmd: string): ByHand => ({
  cmd,
  sh: null,
  reason: { key: 'steps.reasons.only-on-windows' },
})

/** One after the other, in both shells; null where any is null. */
export function inSequence(parts: readonly Commands[]): Commands {
  const lines = (shell: 'cmd' | 'sh'): string | null => {
    const texts = parts.map((part) => part[shell])
    return texts.includes(null) ? null : texts.join('\n')
  }
  return { cmd: lines('cmd'), sh: lines('sh') }
}
