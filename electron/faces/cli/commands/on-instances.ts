import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { type Action, allowedActions } from '../../../../shared/model/actions.ts'
import type { CommandSpec, OptionSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, flagOption, given, textOption } from '../input/command-input.ts'
import { performAll } from '../report-operation.ts'

type OnInstances = Extract<Action, 'start' | 'stop' | 'restart' | 'reload'>

const all: OptionSpec = { flags: '--all', help: 'all' }
const mode: OptionSpec = { flags: '--mode <mode>', help: 'mode', choices: ['smart', 'fast', 'immediate'] }

/** A command that acts on one, many or all instances, upstream first when starting and last when stopping; `--all` skips those whose data directory is gone. */
function onInstances(name: OnInstances): CommandSpec {
  const takesMode = name === 'stop' || name === 'restart'
  return {
    name,
    operands: '[names...]',
    options: takesMode ? [all, mode] : [all],
    async run(input, context) {
      const names = await chooseNames(name, input, context)
      if (names.length === 0) context.out.line(context.t.t('cli.done.none'))
      const params = takesMode ? given({ mode: textOption(input, 'mode') }) : {}
      return performAll(
        names,
        (instance) => ({ operation: name, params: { name: instance, ...params } }),
        context,
        flagOption(input, 'all') ? ['data-directory-missing'] : [],
      )
    },
  }
}

async function chooseNames(
  action: OnInstances,
  input: CommandInput,
  context: CommandContext,
): Promise<readonly string[]> {
  const named = [...new Set(input.operands)]
  const everything = flagOption(input, 'all')
  if (everything && named.length > 0)
    throw new PgTandemError('options-conflict', { first: '--all', second: named[0] ?? '' })
  if (!everything && named.length === 0) throw new PgTandemError('missing-argument', { argument: 'NAME' })
  if (!everything && named.length === 1) return named
  const core = await context.core()
  const order = await core.namesFor(action === 'stop' ? 'stop' : 'start')
  if (!everything)
    return [...order.filter((name) => named.includes(name)), ...named.filter((name) => !order.includes(name))]
  if (action === 'start' || action === 'stop') return order
  const statuses = await core.status()
  const able = new Set(
    statuses.filter((status) => allowedActions(status).includes(action)).map(({ name }) => name),
  )
  return order.filter((name) => able.has(name))
}

export const start = onInstances('start')
export const stop = onInstances('stop')
export const restart = onInstances('restart')
export const reload = onInstances('reload')
