import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, given, operand, textOption } from '../input/command-input.ts'
import { findPassword } from '../input/find-password.ts'
import { exitCodes } from '../output/exit-code.ts'
import { formatTable } from '../output/table.ts'

export const sql: CommandSpec = {
  name: 'sql',
  operands: '<name>',
  options: [
    { flags: '-c, --command <sql>', help: 'sql-command' },
    { flags: '-f, --file <file>', help: 'sql-file' },
    { flags: '-d, --database <name>', help: 'database' },
    { flags: '-U, --user <user>', help: 'sql-user' },
  ],
  async run(input, context) {
    const { out, t } = context
    const name = operand(input, 0)
    const password = context.env['PGPASSWORD']
    const request = {
      sql: await readStatements(input, context),
      signal: context.cancel,
      ...given({
        database: textOption(input, 'database'),
        user: textOption(input, 'user'),
        // Set for this very command, it is meant, whatever is stored.
        password: password === '' ? undefined : password,
      }),
    }
    const core = await context.core()
    const result = await core.sql(name, request).catch(async (error: unknown) => {
      const found = needsPassword(error)
        ? await findPassword({ user: request.user ?? 'postgres', dataDir: null }, name, context)
        : null
      if (found === null) throw error
      return core.sql(name, { ...request, password: found })
    })
    for (const notice of result.notices) out.note(notice)
    const { columns, rows, rowCount } = result
    if (columns.length > 0)
      for (const line of formatTable(
        columns.map((title) => ({ title })),
        rows.map((row) => row.map((value) => value ?? 'NULL')),
      ))
        out.line(line)
    out.line(
      columns.length > 0 ? t.t('cli.sql.rows', { count: rows.length }) : commandTag(result.command, rowCount),
    )
    out.document({ columns, rows, rowCount })
    return exitCodes.done
  },
}

const commandTag = (command: string, rowCount: number | null): string =>
  rowCount === null ? command : `${command} ${String(rowCount)}`

const needsPassword = (error: unknown): boolean =>
  error instanceof PgTandemError && error.code === 'password-missing'

async function readStatements(input: CommandInput, { prompts }: CommandContext): Promise<string> {
  const command = textOption(input, 'command')
  const file = textOption(input, 'file')
  if (command !== undefined && file !== undefined)
    throw new PgTandemError('options-conflict', { first: '-c', second: '-f' })
  if (command !== undefined) return command
  if (file === undefined) throw new PgTandemError('missing-argument', { argument: '-c SQL | -f FILE' })
  if (file === '-') return prompts.readAll()
  try {
    return (await readFile(path.resolve(file), 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PgTandemError('file-not-readable', { path: file, reason }, {}, { cause: error })
  }
}
