import { Button, Field, makeStyles, SpinButton, Text, tokens } from '@fluentui/react-components'
import { PlayRegular, RecordStopRegular } from '@fluentui/react-icons'
import { Properties } from '../../../components/properties.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { Stall } from './stall.tsx'
import type { Load } from './use-load.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  rate: { maxWidth: '9em' },
})

export const slowestRate = 1
export const fastestRate = 5000

/** Rows written on the primary at a chosen rate, and how that goes. */
export function LoadCard(props: {
  readonly load: Load
  readonly primary: string
  readonly disabled: boolean
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { load, primary } = props
  const { report, failure, isRunning, rate } = load
  const number = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 0 })
  return (
    <SectionCard title={t('window.playground.load.title')}>
      <Text>{t('window.playground.load.about', { primary })}</Text>
      <div className={styles.row}>
        <Field label={t('window.playground.load.rate')}>
          <SpinButton
            className={styles.rate}
            value={rate}
            min={slowestRate}
            max={fastestRate}
            step={10}
            incrementButton={{ 'aria-label': t('window.app.more') }}
            decrementButton={{ 'aria-label': t('window.app.less') }}
            disabled={isRunning}
            onChange={(_event, { value, displayValue }) => {
              const typed = value ?? Number(displayValue)
              if (Number.isFinite(typed))
                load.setRate(Math.min(fastestRate, Math.max(slowestRate, Math.round(typed))))
            }}
          />
        </Field>
        {isRunning ? (
          <Button icon={<RecordStopRegular />} onClick={load.stop}>
            {t('window.playground.load.stop')}
          </Button>
        ) : (
          <Button icon={<PlayRegular />} disabled={props.disabled} onClick={load.start}>
            {t('window.playground.load.start')}
          </Button>
        )}
      </div>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {isRunning && report?.stalledMs != null ? (
        <Stall primary={primary} stalledMs={report.stalledMs} />
      ) : null}
      {report === null ? null : (
        <Properties
          items={[
            { term: t('window.playground.load.rows'), value: number(report.rowsWritten) },
            {
              term: t('window.playground.load.rows-per-second'),
              value: isRunning ? number(report.rowsPerSecond) : '–',
            },
            {
              term: t('window.playground.load.slowest'),
              value: t('window.instance.console.elapsed', { elapsed: number(report.slowestCommitMs) }),
            },
          ]}
        />
      )}
    </SectionCard>
  )
}
