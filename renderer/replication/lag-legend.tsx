import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { FORCED_COLORS } from '../components/forced-colors.ts'
import { formatBytes, formatSeconds } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'
import { lagExtent } from './lag-columns.ts'
import type { SampleWindow } from './sample-window.ts'
import { seriesLook } from './series-look.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  line: { [FORCED_COLORS]: { stroke: 'CanvasText' } },
  values: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
})

/** Which line is whose, and how far it is behind now. */
export function LagLegend(props: { readonly names: readonly string[]; readonly samples: SampleWindow }) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const nowOf = (name: string): string => {
    const { now: bytes } = lagExtent(props.samples, name, { field: 'lagBytes', spanMs: 0 })
    const { now: seconds } = lagExtent(props.samples, name, { field: 'lagSeconds', spanMs: 0 })
    if (bytes === null) return t('window.app.unknown')
    return seconds === null
      ? formatBytes(bytes, language)
      : `${formatBytes(bytes, language)} · ${formatSeconds(seconds, language)}`
  }
  return (
    <ul className={styles.list}>
      {props.names.map((name, index) => {
        const { color, dash } = seriesLook(index)
        return (
          <li key={name} className={styles.entry}>
            <svg width="32" height="6" aria-hidden>
              <line
                x1="0"
                y1="3"
                x2="32"
                y2="3"
                className={styles.line}
                stroke={color}
                style={{ strokeWidth: 2, strokeDasharray: dash.join(' ') }}
              />
            </svg>
            <Text>{name}</Text>
            <Text className={styles.values}>{nowOf(name)}</Text>
          </li>
        )
      })}
    </ul>
  )
}
