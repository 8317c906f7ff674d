import { Dropdown, Field, makeStyles, Option, Spinner, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useState } from 'react'
import { FailureMessage } from '../components/failure-message.tsx'
import { HelpTip } from '../components/help-tip.tsx'
import { formatBytes, formatSeconds } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'
import { lagColumns, lagExtent } from './lag-columns.ts'
import { LagLegend } from './lag-legend.tsx'
import { LagTable } from './lag-table.tsx'
import type { SampleWindow } from './sample-window.ts'
import { useLagSamples } from './use-lag-samples.ts'

const LagPlot = lazy(async () => ({ default: (await import('./lag-plot.tsx')).LagPlot }))

const useStyles = makeStyles({
  chart: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
  },
  plot: { minHeight: '160px', minWidth: 0 },
  field: { gridTemplateColumns: 'auto auto', alignItems: 'center' },
  span: { minWidth: '8em' },
})

const small = { size: 'small' } as const

const spans = { minute: 60_000, 'ten-minutes': 600_000, hour: 3_600_000 } as const
type Span = keyof typeof spans

const measures = [
  { field: 'lagBytes', unit: 'bytes' },
  { field: 'lagSeconds', unit: 'seconds' },
] as const

/** How far standbys are behind, in bytes and in seconds, over time: drawn, and as a table. */
export function LagChart(props: { readonly names: readonly string[]; readonly span?: Span }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [span, setSpan] = useState<Span>(props.span ?? 'ten-minutes')
  const { samples, failure } = useLagSamples(props.names)
  const spanMs = spans[span]
  const choose = (chosen: string | undefined): void => {
    if (chosen !== undefined && chosen in spans) setSpan(chosen as Span)
  }
  return (
    <div className={styles.chart}>
      <div className={styles.head}>
        <LagLegend names={props.names} samples={samples} />
        <Field label={t('window.replication.lag.span')} orientation="horizontal" className={styles.field}>
          <Dropdown
            size="small"
            className={styles.span}
            value={t(`window.replication.lag.spans.${span}`)}
            selectedOptions={[span]}
            onOptionSelect={(_event, { optionValue }) => choose(optionValue)}
          >
            {(['minute', 'ten-minutes', 'hour'] as const).map((id) => (
              <Option key={id} value={id}>
                {t(`window.replication.lag.spans.${id}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </div>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {measures.map((measure) => (
        <Measure key={measure.field} {...measure} names={props.names} samples={samples} spanMs={spanMs} />
      ))}
      <LagTable names={props.names} samples={samples} spanMs={spanMs} />
    </div>
  )
}

function Measure(props: {
  readonly field: (typeof measures)[number]['field']
  readonly unit: (typeof measures)[number]['unit']
  readonly names: readonly string[]
  readonly samples: SampleWindow
  readonly spanMs: number
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { field, unit, names, samples, spanMs } = props
  const columns = useMemo(
    () => lagColumns(samples, names, { field, spanMs }),
    [samples, names, field, spanMs],
  )
  const format = (value: number): string =>
    unit === 'bytes' ? formatBytes(value, language) : formatSeconds(value, language)
  const say = (value: number | null): string => (value === null ? t('window.app.unknown') : format(value))
  const label = [
    t(`window.replication.lag.${unit}`),
    ...names.map((name) => {
      const { now, most } = lagExtent(samples, name, { field, spanMs })
      return t('window.replication.lag.summary', { name, now: say(now), most: say(most) })
    }),
  ].join(' ')
  return (
    <div>
      <HelpTip
        term={t(`window.replication.lag.${unit}`)}
        label={small}
        explanation={t(`window.replication.lag.${unit}-help`)}
      />
      <div className={styles.plot}>
        <Suspense fallback={<Spinner size="tiny" label={t('window.app.loading')} />}>
          <LagPlot
            label={label}
            columns={columns}
            unit={unit}
            spanMs={spanMs}
            language={language}
            format={format}
          />
        </Suspense>
      </div>
    </div>
  )
}
