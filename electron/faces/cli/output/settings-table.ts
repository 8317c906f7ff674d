import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { ConfigLine } from '../../../../shared/model/readings.ts'
import { orDash } from './format.ts'
import { formatTable } from './table.ts'

/** Settings with the value in force and the place they come from; a star marks those that wait for a restart. */
export function formatSettings(settings: readonly ConfigLine[], t: Translator): string[] {
  const columns = (['setting', 'value', 'from'] as const).map((column) => ({
    title: t.t(`cli.config.columns.${column}`),
  }))
  const rows = settings.map(({ name, fileValue, serverValue, file, line, source, pendingRestart }) => [
    pendingRestart ? `${name} *` : name,
    serverValue ?? fileValue ?? '-',
    file === null ? orDash(source) : `${file}:${String(line ?? '')}`,
  ])
  const isPending = settings.some(({ pendingRestart }) => pendingRestart)
  return [...formatTable(columns, rows), ...(isPending ? ['', t.t('cli.config.pending')] : [])]
}
