import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { bound } from '../base.ts'
import { logBatches } from '../log-batches.ts'

const { instances: area } = bound

export const instances = area.router({
  discover: area.discover.handler(({ context, signal }) =>
    context.core.discover(signal ?? new AbortController().signal),
  ),
  facts: area.facts.handler(({ input, context }) => context.core.readFacts(input.name)),
  evidence: area.evidence.handler(async ({ input: { name }, context }) => {
    const [status] = await context.core.status({ names: [name], why: true })
    if (status === undefined) throw new PgTandemError('unknown-instance', { name })
    return status.evidence ?? {}
  }),
  verify: area.verify.handler(({ input, context, signal }) =>
    context.core.verify(input.name, signal === undefined ? {} : { signal }),
  ),
  connectionStrings: area.connectionStrings.handler(({ input: { name, showPassword }, context }) =>
    context.core.connectionStrings(name, showPassword),
  ),
  processes: area.processes.handler(({ input, context }) => context.core.readProcesses(input.name)),
  config: area.config.handler(({ input, context }) => context.core.readConfig(input.name)),
  hba: area.hba.handler(async ({ input, context }) => {
    const { file, lines, problems } = await context.core.readHba(input.name)
    const rules = lines.flatMap(({ kind, line, raw }) =>
      kind === 'blank' ? [] : [{ line, text: raw.trim() }],
    )
    return {
      file,
      rules,
      problems: problems.map(({ code, params }) => ({
        message: { key: `findings.${code}.message`, params },
        hint: { key: `findings.${code}.hint`, params },
      })),
    }
  }),
  file: area.file.handler(({ input: { name, file }, context }) =>
    context.core.readConfigurationFile(name, file),
  ),
  recovery: area.recovery.handler(({ input, context }) => context.core.readRecovery(input.name)),
  standbySettings: area.standbySettings.handler(({ input, context }) =>
    context.core.readStandbySettings(input.name),
  ),
  draftStandbySettings: area.draftStandbySettings.handler(({ input: { name, ...request }, context }) =>
    context.core.draftStandbySettings(name, request),
  ),
  convertRecovery: area.convertRecovery.handler(({ input, context }) =>
    context.core.convertRecovery(input.name, input.text),
  ),
  log: area.log.handler(({ input: { name, lines }, context, signal }) =>
    logBatches(name, lines, context.core, signal ?? new AbortController().signal),
  ),
  sql: area.sql.handler(({ input, context, signal }) =>
    context.core.answerSql(input.name, {
      sql: input.sql,
      maxRows: input.maxRows,
      ...(input.database === undefined ? {} : { database: input.database }),
      ...(signal === undefined ? {} : { signal }),
    }),
  ),
})
