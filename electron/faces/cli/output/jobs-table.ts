import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { JobSummary } from '../../../../shared/model/job.ts'
import { orDash } from './format.ts'
import { formatTable } from './table.ts'

/** The table of `jobs list`, and below it each journal that is damaged, with what to do about it. */
export function formatJobs(jobs: readonly JobSummary[], t: Translator): string[] {
  if (jobs.length === 0) return [t.t('cli.jobs.empty')]
  const columns = (['id', 'operation', 'instances', 'state', 'step', 'started'] as const).map((column) => ({
    title: t.t(`cli.jobs.columns.${column}`),
  }))
  const rows = jobs.map(({ id, operation, instances, state, stepTitle, startedAt, damaged }) => [
    id,
    operation,
    orDash(instances.join(', ') || null),
    t.t(damaged === null ? `cli.jobs.states.${state}` : 'cli.jobs.journal-damaged'),
    orDash(stepTitle && t.text(stepTitle)),
    orDash(startedAt || null),
  ])
  const damages = jobs.flatMap(({ id, operation, damaged }) =>
    damaged === null ? [] : describeDamagedJournal({ job: id, operation, path: damaged }, t),
  )
  return [...formatTable(columns, rows), ...(damages.length === 0 ? [] : ['', ...damages])]
}

/** Which journal is damaged, and what to do about it. */
export const describeDamagedJournal = (
  params: { readonly job: string; readonly operation: string; readonly path: string },
  t: Translator,
): string => `${t.t('errors.journal-damaged.message', params)} ${t.t('errors.journal-damaged.hint', params)}`
