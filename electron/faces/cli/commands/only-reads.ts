import type { CommandName } from '../command.ts'
import type { CommandInput } from '../input/command-input.ts'

const readers: ReadonlySet<CommandName> = new Set(['status', 'verify', 'sql', 'psql', 'url', 'logs', 'names'])
const readingActions: ReadonlySet<string> = new Set(['list', 'get', 'show', 'check', 'available'])
const actionAt: Partial<Readonly<Record<CommandName, number>>> = {
  config: 1,
  hba: 1,
  recovery: 1,
  postgres: 0,
  jobs: 0,
}

/** Whether a command changes nothing by itself; what SQL does is the user's own business. */
export function onlyReads(name: CommandName, { operands, options }: CommandInput): boolean {
  if (name === 'serve') return options['url'] === true
  const at = actionAt[name]
  return at === undefined ? readers.has(name) : readingActions.has(operands[at] ?? 'list')
}
