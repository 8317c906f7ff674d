import { Card, Link as FluentLink, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Link } from 'wouter'
import type { JobSummary } from '../../../shared/model/job.ts'
import { formatDateTime } from '../../language/format.ts'
import { useTranslator } from '../../language/translator.tsx'
import { JobStateBadge } from './job-state-badge.tsx'
import { sayOperation } from './say-operation.ts'

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalXXS, padding: tokens.spacingHorizontalM },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  more: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
})

/** One job of the list; its page tells the rest. */
export function JobRow(props: { readonly job: JobSummary }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t, text, language } = translator
  const { id, operation, state, instances, startedAt, stepTitle, damaged } = props.job
  const over = state === 'done' || state === 'undone'
  return (
    <li>
      <Card className={styles.card}>
        <span className={styles.head}>
          <Link href={`/jobs/${id}`} asChild>
            <FluentLink className={styles.name}>{sayOperation(operation, translator)}</FluentLink>
          </Link>
          <Text>{instances.length === 0 ? t('window.jobs.no-instances') : instances.join(', ')}</Text>
          <JobStateBadge state={state} damaged={damaged !== null} />
        </span>
        <span className={styles.more}>
          {startedAt === '' ? null : (
            <Text size={200}>{t('window.jobs.began-at', { at: formatDateTime(startedAt, language) })}</Text>
          )}
          {over || stepTitle === null ? null : (
            <Text size={200}>{t('window.jobs.at-step', { step: text(stepTitle) })}</Text>
          )}
        </span>
      </Card>
    </li>
  )
}
