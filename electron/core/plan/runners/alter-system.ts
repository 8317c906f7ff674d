import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Major } from '../../../../shared/model/instance-target.ts'
import { quoteIdentifier, quoteLiteral } from '../../../postgres/connection/quote.ts'
import { alterSystemConstants, isSameToAlterSystem } from '../../../postgres/facts/conf/alter-system.ts'
import { getSetting, parseConf } from '../../../postgres/facts/conf/conf-file.ts'
import { applySettings } from '../../../postgres/facts/conf/undo.ts'
import { redactSettingValue } from '../../../postgres/facts/redact-secrets.ts'
import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import type { Before, StepContext } from '../job/step-runner.ts'
import type { ConfigureStep } from '../steps/configuration.ts'
import { readConfig, takeBack } from './config-text.ts'

type Values = Readonly<Record<string, string | null>>

/** What stood there, for undo; with a password in it, it stays out of the journal. */
export async function beforeAlterSystem(step: ConfigureStep, context: StepContext): Promise<Before> {
  const previous = await readAutoConf(step, context)
  if (!Object.entries(previous).some(([name, value]) => holdsSecret(name, value))) return { previous }
  await context.keepSecret(previous)
  return { secret: true }
}

const holdsSecret = (name: string, value: string | null): boolean =>
  value !== null && redactSettingValue(name, value) !== value

/** What postgresql.auto.conf holds for the step's settings; where the file cannot be read, the server says it. */
async function readAutoConf(step: ConfigureStep, context: StepContext): Promise<Values> {
  const names = Object.keys(step.settings)
  const conf = await readConfig(step.file).catch(() => null)
  if (conf !== null) {
    const file = parseConf(conf.text)
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
  const { major } = context.target(step.instance ?? '')
  const session = await context.session(step.instance ?? '')
  for (const [name, value] of Object.entries(step.settings)) {
    await session.simple(statement(name, value, major)).catch((error: unknown) => {
      if (!(error instanceof PgTandemError) || error.code !== 'sql-failed') throw error
      const reason = String(error.params['message'] ?? error.message)
      throw new PgTandemError('setting-rejected', { setting: name, reason }, error.details, { cause: error })
    })
    await context.inside()
  }
}

/**
 * Puts back what stood there, unless someone changed the setting since; in the file itself when the server is down, or
 * when a statement cannot say it, or must not: a server may log it, with the password in it.
 */
export async function alterSystemBack(
  step: ConfigureStep,
  context: StepContext,
  before: Before,
): Promise<void> {
  const { major } = context.target(step.instance ?? '')
  const previous = (before['secret'] === true ? await context.readSecret() : before['previous']) as Values
  const now = await readAutoConf(step, context)
  const ours = Object.entries(previous).filter(([name]) =>
    isSameToAlterSystem(name, [now[name] ?? null, step.settings[name] ?? null], major),
  )
  if (ours.length === 0) return
  const isUp = await isServerUp(step, context)
  const inFile: [string, string | null][] = []
  for (const [name, value] of ours) {
    if (isUp && !holdsSecret(name, value) && hasStatement(name, value, major))
      await (await context.session(step.instance ?? '')).simple(statement(name, value, major))
    else inFile.push([name, value])
  }
  if (inFile.length > 0)
    await takeBack(step.file, (text) => applySettings(text, Object.fromEntries(inFile)).text)
}

/** Where the pid file cannot be read (the server is another account's), whoever answers is asked. */
const isServerUp = (step: ConfigureStep, context: StepContext): Promise<boolean> =>
  isServerAlive(context.target(step.instance ?? '').dataDir).catch(async () => {
    await context.session(step.instance ?? '')
    return true
  })

const hasStatement = (name: string, value: string | null, major: Major): boolean =>
  value === null || alterSystemConstants(name, value, major).length > 0

const statement = (name: string, value: string | null, major: Major): string => {
  const setting = name.split('.').map(quoteIdentifier).join('.')
  if (value === null) return `ALTER SYSTEM RESET ${setting}`
  const constants = alterSystemConstants(name, value, major).map((constant) => quoteLiteral(constant))
  return `ALTER SYSTEM SET ${setting} = ${constants.join(', ')}`
}
