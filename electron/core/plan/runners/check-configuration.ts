import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readEffectiveSetting } from '../../../postgres/programs/read-effective-setting.ts'
import type { StepContext } from '../job/step-runner.ts'
import type { AddHbaRulesStep, ConfigureStep } from '../steps/configuration.ts'

/**
 * Has the server itself judge the files it would read: pg_file_settings when running, `postgres -C` when stopped.
 *
 * That a setting needs a restart is no error. Throws `setting-rejected` with the server's words.
 */
export async function checkSettings(step: ConfigureStep, context: StepContext): Promise<void> {
  const target = context.target(step.instance ?? '')
  if (!step.live) return readEffectiveSetting(target, 'data_directory').then(() => undefined)
  if (target.major < 9.5) return
  const session = await context.session(target.name)
  const rows = await session.query(
    `select name, setting, error from pg_catalog.pg_file_settings
     where error is not null and error <> 'setting could not be applied' and sourcefile is not null`,
  )
  const row = rows.find(({ name }) => name === null || name === undefined || name in step.settings)
  if (row)
    throw new PgTandemError('setting-rejected', {
      setting: row['name'] ?? step.file,
      reason: row['error'] ?? '',
    })
  const unappliable = await session.query(
    `select f.name from pg_catalog.pg_file_settings f join pg_catalog.pg_settings s on s.name = f.name
     where f.error = 'setting could not be applied' and s.context <> 'postmaster' and s.context <> 'internal'`,
  )
  const bad = unappliable.find(({ name }) => name !== null && name !== undefined && name in step.settings)
  if (bad) {
    const setting = bad['name'] ?? ''
    throw new PgTandemError('setting-rejected', { setting, reason: `"${step.settings[setting] ?? ''}"` })
  }
}

/** As `checkSettings`, for pg_hba.conf (pg_hba_file_rules, from 10). Throws `hba-rejected`. */
export async function checkHbaFile(step: AddHbaRulesStep, context: StepContext): Promise<void> {
  const target = context.target(step.instance ?? '')
  if (target.major < 10) return
  const session = await context.session(target.name)
  const [row] = await session.query(
    `select line_number::text as line, error from pg_catalog.pg_hba_file_rules where error is not null limit 1`,
  )
  if (row)
    throw new PgTandemError('hba-rejected', {
      file: step.file,
      line: row['line'] ?? '',
      reason: row['error'] ?? '',
    })
}
