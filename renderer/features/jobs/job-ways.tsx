import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { JobOutlook } from '../../../shared/model/job-outlook.ts'
import type { JobReport } from '../../../shared/model/job-report.ts'
import { type Failure, toFailure } from '../../api/failure.ts'
import { useApi } from '../../api/use-api.ts'
import { useReading } from '../../api/use-reading.ts'
import { FailureMessage } from '../../components/failure-message.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { sayRefusal } from '../../language/say-failure.ts'
import { useTranslator } from '../../language/translator.tsx'
import { StepsAhead, StepsBack } from './way-steps.tsx'

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  way: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS, minWidth: 0 },
})

/** The two ways on from an unfinished job, each with the steps that it would take. */
export function JobWays(props: { readonly report: JobReport }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const { id, endedAt } = props.report
  const outlook = useReading(`outlook ${id} ${endedAt ?? ''}`, (ask, signal) =>
    ask.jobs.outlook({ job: id }, { signal }),
  )
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async (way: 'resume' | 'undo'): Promise<void> => {
    setFailure(null)
    setBusy(true)
    try {
      await api.jobs[way]({ job: id })
    } catch (error) {
      setFailure(toFailure(error))
      outlook.reload()
    } finally {
      setBusy(false)
    }
  }
  const wayOf = (way: 'resume' | 'undo', found: JobOutlook, steps: ReactNode): ReactNode => {
    const chosen = found[way]
    const refusal = chosen.kind === 'refused' ? sayRefusal(chosen.code, chosen.params, translator) : null
    return (
      <div className={styles.way}>
        <Subtitle2 as="h3">{t(`window.jobs.ways.${way}`)}</Subtitle2>
        {refusal === null ? (
          <>
            <Text>{t(`window.jobs.ways.${way}-lead`)}</Text>
            {steps}
            <div>
              <Button
                appearance={way === 'resume' || found.resume.kind === 'refused' ? 'primary' : 'secondary'}
                disabled={busy}
                onClick={() => void go(way)}
              >
                {t(`window.jobs.ways.${way}`)}
              </Button>
            </div>
          </>
        ) : (
          <Text>
            {t(`window.jobs.ways.not-${way}`)} {refusal.message}
          </Text>
        )}
      </div>
    )
  }
  const { value } = outlook
  return (
    <SectionCard title={t('window.jobs.ways.title')}>
      <Text>{t('window.jobs.ways.lead')}</Text>
      {outlook.failure === undefined ? null : (
        <FailureMessage failure={outlook.failure} onRetry={outlook.reload} />
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      {value === undefined ? (
        outlook.failure === undefined && <Spinner label={t('window.jobs.ways.looking')} />
      ) : (
        <div className={styles.ways}>
          {wayOf(
            'resume',
            value,
            value.resume.kind === 'possible' && <StepsAhead steps={value.resume.steps} />,
          )}
          {wayOf('undo', value, value.undo.kind === 'possible' && <StepsBack steps={value.undo.steps} />)}
        </div>
      )}
    </SectionCard>
  )
}
