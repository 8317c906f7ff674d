import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  WarningFilled,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { JobReport, StepReport } from '../../shared/model/job-report.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi } from '../api/use-api.ts'
import { FailureMessage } from '../components/failure-message.tsx'
import { formatBytes } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  job: { display: 'grid', gap: tokens.spacingVerticalM },
  steps: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
  },
  about: { overflowWrap: 'anywhere' },
  notes: { display: 'block', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
})

/** A job while it runs and after: each step with its state, time and progress; cancel, and what can be done with a failed one. */
export function JobView(props: {
  readonly report: JobReport
  /** The page shows by itself what can be done with an unfinished job. */
  readonly withoutWays?: boolean
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const api = useApi()
  const [failure, setFailure] = useState<Failure | null>(null)
  const { report, withoutWays = false } = props
  const running = report.endedAt === null
  const act = (what: 'cancel' | 'resume' | 'undo') => () => {
    setFailure(null)
    api.jobs[what]({ job: report.id }).catch((error: unknown) => setFailure(toFailure(error)))
  }
  const failed = report.steps.find(({ state }) => state === 'failed' || state === 'undo-failed')
  return (
    <section className={styles.job} aria-busy={running}>
      <ol className={styles.steps}>
        {report.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      <div role="status">
        {running && report.undoing ? <Text>{t('window.plan.undoing')}</Text> : null}
        {report.aftermath === null || (report.aftermath === 'open' && withoutWays) ? null : (
          <MessageBar intent={report.aftermath === 'undone' ? 'info' : 'warning'}>
            <MessageBarBody>{t(`window.plan.${report.aftermath}-aftermath`)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {report.error === null || report.error.code === 'cancelled' ? null : (
        <>
          {failed === undefined ? null : (
            <Text weight="semibold">{t('window.plan.step-failed', { title: text(failed.title) })}</Text>
          )}
          <FailureMessage failure={report.error} />
        </>
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      {running || (!withoutWays && (report.canResume || report.canUndo)) ? (
        <div className={styles.buttons}>
          {report.elsewhere ? <Text size={200}>{t('window.plan.elsewhere')}</Text> : null}
          {running && !report.elsewhere ? (
            <Button onClick={act('cancel')} disabled={report.cancelling || report.undoing}>
              {t(report.cancelling ? 'window.plan.cancelling' : 'window.plan.cancel')}
            </Button>
          ) : null}
          {running && !report.cancelling && !report.elsewhere ? (
            <Text size={200}>
              {t('window.plan.in-background')} {t('window.plan.cancel-hint')}
            </Text>
          ) : null}
          {report.canResume && !running && !withoutWays ? (
            <Button appearance="primary" onClick={act('resume')}>
              {t('window.plan.resume')}
            </Button>
          ) : null}
          {report.canUndo && !running && !withoutWays ? (
            <Button onClick={act('undo')}>{t('window.plan.undo')}</Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

function Step(props: { readonly step: StepReport }) {
  const styles = useStyles()
  const { t, text, language } = useTranslator()
  const { title, state, elapsedMs, progress, notes } = props.step
  const shown = state === 'running' ? notes.slice(-1) : notes
  return (
    <li className={styles.step}>
      <StepIcon state={state} />
      <span className={styles.about}>
        <Text className={state === 'waiting' ? styles.waiting : ''}>{text(title)}</Text>
        {shown.map((note, index) => (
          <Text key={index} size={200} className={styles.notes}>
            {text(note)}
          </Text>
        ))}
        {state === 'running' && progress !== null ? (
          <>
            <ProgressBar
              aria-label={text(title)}
              {...(progress.bytesTotal === null
                ? {}
                : { value: progress.bytesDone, max: Math.max(progress.bytesTotal, 1) })}
            />
            <Text size={200}>
              {progress.bytesTotal === null
                ? t('window.plan.progress-unknown', { done: formatBytes(progress.bytesDone, language) })
                : t('window.plan.progress', {
                    done: formatBytes(progress.bytesDone, language),
                    total: formatBytes(progress.bytesTotal, language),
                  })}
            </Text>
          </>
        ) : null}
      </span>
      <Text size={200} className={styles.waiting}>
        {elapsedMs === null
          ? ''
          : t('window.plan.elapsed', { seconds: (elapsedMs / 1000).toFixed(elapsedMs < 10_000 ? 1 : 0) })}
      </Text>
    </li>
  )
}

function StepIcon(props: { readonly state: StepReport['state'] }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const label = t(`window.plan.states.${props.state}`)
  if (props.state === 'running') return <Spinner size="tiny" aria-label={label} />
  if (props.state === 'done') return <CheckmarkCircleFilled className={styles.good} aria-label={label} />
  if (props.state === 'undone') return <ArrowUndoRegular aria-label={label} />
  if (props.state === 'waiting') return <CircleRegular className={styles.waiting} aria-label={label} />
  if (props.state === 'interrupted') return <WarningFilled className={styles.warn} aria-label={label} />
  return <DismissCircleFilled className={styles.bad} aria-label={label} />
}
