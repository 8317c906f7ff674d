import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { newestColumns } from './newest-rows.ts'
import { useNewestRows } from './use-newest-rows.ts'

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
})

/** What the table of the playground holds on one server, kept up to date. */
export function NewestRowsView(props: {
  readonly instance: InstanceView
  readonly database: string
  readonly ready: boolean
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { instance, database, ready } = props
  const { name, state } = instance
  const newest = useNewestRows(name, database, ready && state === 'running')
  const title = t('window.playground.console.newest', { name })
  return (
    <div className={styles.rows}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {state !== 'running' ? (
        <Text>{t('window.playground.console.not-running')}</Text>
      ) : newest === null ? (
        <Text>{t('window.app.loading')}</Text>
      ) : newest.kind === 'missing' ? (
        <Text>{t('window.playground.console.not-there')}</Text>
      ) : newest.rows.length === 0 ? (
        <Text>{t('window.playground.console.empty')}</Text>
      ) : (
        <DataTable label={title} code columns={newestColumns} rows={newest.rows} />
      )}
    </div>
  )
}
