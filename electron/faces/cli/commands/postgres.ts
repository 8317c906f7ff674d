import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, operand, requireOperands } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { describeRefusal } from '../output/failure.ts'
import { formatBytes } from '../output/format.ts'
import { createProgressPrinter } from '../output/progress.ts'
import { formatTable } from '../output/table.ts'

type Run = (input: CommandInput, context: CommandContext) => Promise<ExitCode>

const actions: Readonly<Record<string, Run>> = { list, available, install, add, remove }

export const postgres: CommandSpec = {
  name: 'postgres',
  operands: '[action] [value]',
  options: [],
  actions: Object.keys(actions),
  async run(input, context) {
    const action = input.operands[0] ?? 'list'
    const run = actions[action]
    if (!run) throw new PgTandemError('unknown-action', { action, known: Object.keys(actions).join(', ') })
    return run(input, context)
  },
}

const titles = (
  t: CommandContext['t'],
  columns: readonly ('version' | 'source' | 'tools' | 'folder' | 'size')[],
) => columns.map((column) => ({ title: t.t(`cli.postgres.columns.${column}`) }))

async function list(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  requireOperands(input, 0, 1, '')
  const { out, t } = context
  const { installations: found, broken } = await (await context.core()).installations.list()
  const installations = found.map(({ version, major, binDir, source, tools }) => ({
    version,
    major,
    binDir,
    source,
    tools,
  }))
  const rows = installations.map(({ version, source, binDir, tools }) => [
    version,
    source,
    binDir,
    tools.join(' '),
  ])
  for (const line of formatTable(titles(t, ['version', 'source', 'folder', 'tools']), rows)) out.line(line)
  for (const { binDir, code, params } of broken)
    out.note(`${binDir}: ${describeRefusal(code, params, t).message}`)
  out.document({ installations })
  return exitCodes.done
}

async function available(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  requireOperands(input, 1, 1, '')
  const { out, t } = context
  const versions = (await context.core()).installations.available()
  const rows = versions.map(({ version, bytes }) => [version, formatBytes(bytes)])
  for (const line of formatTable(titles(t, ['version', 'size']), rows)) out.line(line)
  out.document({ available: versions })
  return exitCodes.done
}

async function install(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  requireOperands(input, 2, 2, 'MAJOR')
  const { out, t, cancel } = context
  const text = operand(input, 1)
  const major = Number(text)
  if (!Number.isInteger(major) || major < 1)
    throw new PgTandemError('bad-option-value', { option: 'MAJOR', value: text })
  const core = await context.core()
  if (context.global.dryRun) {
    const wanted = core.installations.available().find((version) => version.major === major)
    out.line(
      wanted
        ? t.t('cli.postgres.would-install', { version: wanted.version, size: formatBytes(wanted.bytes) })
        : '-',
    )
    out.document({ operation: 'postgres install', wanted: wanted ?? null })
    return exitCodes.done
  }
  const progress = createProgressPrinter(out.progress, t)
  let goesOnFrom = 0
  const { installation, changed } = await core.installations
    .install(major, {
      signal: cancel,
      onProgress: ({ phase, bytes, totalBytes, resumedFrom }) => {
        if (resumedFrom !== goesOnFrom && resumedFrom > 0) {
          progress.end()
          out.progress.write(`${t.t('cli.postgres.goes-on', { size: formatBytes(resumedFrom) })}\n`)
        }
        goesOnFrom = resumedFrom
        if (phase === 'downloading') progress.onBytes(bytes, totalBytes)
      },
    })
    .finally(progress.end)
  const { version, binDir } = installation
  out.line(
    t.t(changed ? 'cli.postgres.installed' : 'cli.postgres.installed-already', { version, folder: binDir }),
  )
  out.document({ operation: 'postgres install', changed, installation })
  return exitCodes.done
}

async function add(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  requireOperands(input, 2, 2, 'BINDIR')
  const { out, t } = context
  const installation = await (await context.core()).installations.add(operand(input, 1))
  const { version, binDir } = installation
  out.line(t.t('cli.postgres.added', { version, folder: binDir }))
  out.document({ operation: 'postgres add', changed: true, installation })
  return exitCodes.done
}

async function remove(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  requireOperands(input, 2, 2, 'VERSION')
  const { out, t } = context
  const version = operand(input, 1)
  await (await context.core()).installations.remove(version)
  out.line(t.t('cli.postgres.removed', { version }))
  out.document({ operation: 'postgres remove', changed: true, version })
  return exitCodes.done
}
