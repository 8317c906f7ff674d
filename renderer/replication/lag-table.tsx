import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Text } from '@fluentui/react-components'
import { DataTable } from '../components/data-table.tsx'
import { formatBytes, formatSeconds } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'
import { lagRows } from './lag-columns.ts'
import type { SampleWindow } from './sample-window.ts'

const STRETCHES = 12

/** What the charts show, in numbers: the greatest lag of each stretch of time. */
export function LagTable(props: {
  readonly names: readonly string[]
  readonly samples: SampleWindow
  readonly spanMs: number
}) {
  const { t } = useTranslator()
  return (
    <Accordion collapsible>
      <AccordionItem value="table">
        <AccordionHeader size="small">{t('window.replication.lag.table')}</AccordionHeader>
        <AccordionPanel>
          <Rows {...props} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}

function Rows(props: {
  readonly names: readonly string[]
  readonly samples: SampleWindow
  readonly spanMs: number
}) {
  const { t, language } = useTranslator()
  const rows = lagRows(props.samples, props.names, { spanMs: props.spanMs, stretches: STRETCHES })
  if (rows.length === 0) return <Text>{t('window.replication.lag.nothing-yet')}</Text>
  const at = (ms: number): string => new Date(ms).toLocaleTimeString(language)
  return (
    <DataTable
      label={t('window.replication.lag.table')}
      columns={[
        t('window.replication.lag.from-to'),
        ...props.names.flatMap((name) => [
          t('window.replication.lag.bytes-of', { name }),
          t('window.replication.lag.seconds-of', { name }),
        ]),
      ]}
      rows={rows.map(({ fromMs, toMs, lags }) => [
        `${at(fromMs)} – ${at(toMs)}`,
        ...lags.flatMap(({ lagBytes, lagSeconds }) => [
          lagBytes === null ? '–' : formatBytes(lagBytes, language),
          lagSeconds === null ? '–' : formatSeconds(lagSeconds, language),
        ]),
      ])}
    />
  )
}
