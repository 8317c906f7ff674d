import { Dropdown, Field, makeStyles, Option, Slider, Switch, Text, tokens } from '@fluentui/react-components'
import type { LinkState } from '../../../../shared/model/playground.ts'
import { formatBytes } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'
import type { LinkSettings } from './use-link.ts'

const LONGEST_DELAY_MS = 5000
/** Bytes per second: from a bad mobile connection to a slow office line. */
const throttles = [16, 64, 256, 1024, 8192].map((kilobytes) => kilobytes * 1024)

const useStyles = makeStyles({
  controls: { display: 'grid', gap: tokens.spacingVerticalM },
  slider: { width: '100%', maxWidth: '24em' },
  list: { maxWidth: '16em', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Delay, throttle and cut of a link, each with what it is set to. */
export function LinkControls(props: {
  readonly link: LinkState
  readonly onChange: (settings: LinkSettings) => void
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { link, onChange } = props
  const { delayMs, bytesPerSecond, cut } = link
  const now = { delayMs, bytesPerSecond, cut }
  const seconds = (delayMs / 1000).toLocaleString(language, { minimumFractionDigits: 1 })
  const sayThrottle = (limit: number | null): string =>
    limit === null
      ? t('window.playground.link.no-limit')
      : t('window.playground.link.per-second', { bytes: formatBytes(limit, language) })
  return (
    <div className={styles.controls}>
      <Field label={t('window.playground.link.delay', { seconds })}>
        <Slider
          className={styles.slider}
          min={0}
          max={LONGEST_DELAY_MS}
          step={100}
          value={Math.min(delayMs, LONGEST_DELAY_MS)}
          aria-valuetext={t('window.app.seconds', { value: seconds })}
          onChange={(_event, { value }) => onChange({ ...now, delayMs: value })}
        />
      </Field>
      <Field label={t('window.playground.link.throttle')}>
        <Dropdown
          className={styles.list}
          value={sayThrottle(bytesPerSecond)}
          selectedOptions={[String(bytesPerSecond)]}
          onOptionSelect={(_event, { optionValue }) =>
            onChange({
              ...now,
              bytesPerSecond: throttles.find((limit) => String(limit) === optionValue) ?? null,
            })
          }
        >
          {[null, ...throttles].map((limit) => (
            <Option key={String(limit)} value={String(limit)}>
              {sayThrottle(limit)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Switch
        checked={cut}
        label={t(cut ? 'window.playground.link.is-cut' : 'window.playground.link.cut')}
        onChange={(_event, { checked }) => onChange({ ...now, cut: checked })}
      />
      <Text size={200} className={styles.quiet}>
        {t('window.playground.link.state', {
          port: link.port,
          connections: link.connections,
          bytes: formatBytes(link.bytesForwarded, language),
        })}
      </Text>
    </div>
  )
}
