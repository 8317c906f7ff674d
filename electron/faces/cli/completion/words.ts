import type { CommandSpec } from '../command.ts'

/** What a shell may offer after one command. */
export interface CommandWords {
  readonly name: string
  readonly options: readonly string[]
  /** Words for the first or second operand, such as `list` and `install`. */
  readonly actions: readonly string[]
  /** Its first operand is the name of an instance. */
  readonly takesInstance: boolean
}

/** Options that every command takes. */
export const globalWords = ['--home', '--json', '--dry-run', '--script', '--yes', '--lang', '--help'] as const

const nameless: ReadonlySet<string> = new Set(['create', 'pair', 'adopt', 'demo', 'names', 'serve'])

export function wordsOf({ name, options, operands, actions = [] }: CommandSpec): CommandWords {
  return {
    name,
    options: options.flatMap(({ flags }) => flags.match(/--?[a-z-]+/gi) ?? []),
    actions,
    takesInstance: /name|standby|source/.test(operands) && !nameless.has(name),
  }
}
