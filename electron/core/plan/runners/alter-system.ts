import { readFile } from 'node:fs/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { quoteIdentifier, quoteLiteral } from '../../../postgres/connection/quote.ts'
import { getSetting, parseConf } from '../../../postgres/facts/conf/conf-file.ts'
import { applySettings } from '../../../postgres/facts/conf/undo.ts'
import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'
import type { StepContext } from '../job/step-runner.ts'
import type { ConfigureStep } from '../steps/configuration.ts'

type Values = Readonly<Record<string, string | null>>

/** What postgresql.auto.conf held for the step's settings; where the file cannot be read, the server says it. */
export async function readAutoConf(step: ConfigureStep, context: StepContext): Promise<Values> {
  const names = Object.keys(step.settings)
  const text = await readFile(step.file, 'utf8').catch(() => null)
  if (text !== null) {
    const file = parseConf(text)
    return Object.fromEntries(names.map((name) => [name, getSetting(file, name) ?? null]))
  }
  const session = await context.session(step.instance ?? '')
  const rows = await session.query(
    `select name, setting from pg_catalog.pg_file_settings
     where sourcefile like '%postgresql.auto.conf' and name = any(string_to_array($1, ','))`,
    [names.join(',')],
  )
  return Object.fromEntries(
    names.map((name) => [name, rows.find((row) => row['name'] === name)?.['setting'] ?? null]),
  )
}

export async function alterSystem(step: ConfigureStep, context: StepContext): Promise<void> {
  const session = await context.session(step.instance ?? '')
  for (const [name, value] of Object.entries(step.settings)) {
    await session.simple(statement(name, value)).catch((error: unknown) => {
      if (!(error instanceof PgTandemError) || error.code !== 'sql-failed') throw error
      const reason = String(error.params['message'] ?? error.message)
      throw new PgTandemError('setting-rejected', { setting: name, reason }, error.details, { cause: error })
    })
    await context.inside()
  }
}

/** Puts back what stood there, unless someone changed the setting since; in the file itself when the server is down. */
export async function alterSystemBack(
  step: ConfigureStep,
  context: StepContext,
  previous: Values,
): Promise<void> {
  const now = await readAutoConf(step, context)
  const ours = Object.entries(previous).filter(([name]) => now[name] === step.settings[name])
  if (ours.length === 0) return
  if (await isServerUp(step, context)) {
    const session = await context.session(step.instance ?? '')
    for (const [name, value] of ours) await session.simple(statement(name, value))
    return
  }
  const text = await readFile(step.file, 'utf8')
  await writeFileAtomic(step.file, applySettings(text, Object.fromEntries(ours)).text)
}

/** Where the pid file cannot be read (the server is another account's), whoever answers is asked. */
const isServerUp = (step: ConfigureStep, context: StepContext): Promise<boolean> =>
  isServerAlive(context.target(step.instance ?? '').dataDir).catch(async () => {
    await context.session(step.instance ?? '')
    return true
  })

const statement = (name: string, value: string | null): string => {
  const setting = name.split('.').map(quoteIdentifier).join('.')
  return value === null
    ? `ALTER SYSTEM RESET ${setting}`
    : `ALTER SYSTEM SET ${setting} = ${quoteLiteral(value)}`
}
