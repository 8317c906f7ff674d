import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { FORCED_COLORS } from '../../components/forced-colors.ts'
import { useTranslator } from '../../language/translator.tsx'
import { useDrawingStyles } from './drawing-styles.ts'

const useStyles = makeStyles({
  svg: { width: '100%', maxWidth: '440px', height: 'auto' },
  small: {
    fill: tokens.colorNeutralForeground2,
    fontSize: '12px',
    [FORCED_COLORS]: { fill: 'CanvasText' },
  },
})

/** The pair that will be made: two servers, and the stream from one to the other. What it says stands beside it in words. */
export function PairDrawing(props: { readonly primary: string; readonly standby: string }) {
  const styles = useStyles()
  const drawing = useDrawingStyles()
  const { t } = useTranslator()
  return (
    <svg className={styles.svg} viewBox="0 0 440 84" aria-hidden>
      <rect
        className={mergeClasses(drawing.server, drawing.primary)}
        x="2"
        y="10"
        width="150"
        height="64"
        rx="6"
      />
      <text className={drawing.text} x="77" y="38" textAnchor="middle">
        {props.primary}
      </text>
      <text className={mergeClasses(drawing.text, styles.small)} x="77" y="58" textAnchor="middle">
        {t('window.app.roles.primary')}
      </text>
      <path className={drawing.stream} d="M152,42 H280" />
      <path className={drawing.streamTip} d="M280,36 L288,42 L280,48 Z" />
      <text className={mergeClasses(drawing.text, styles.small)} x="218" y="32" textAnchor="middle">
        {t('window.home.about.drawing.streaming')}
      </text>
      <rect className={drawing.server} x="288" y="10" width="150" height="64" rx="6" />
      <text className={drawing.text} x="363" y="38" textAnchor="middle">
        {props.standby}
      </text>
      <text className={mergeClasses(drawing.text, styles.small)} x="363" y="58" textAnchor="middle">
        {t('window.app.roles.standby')}
      </text>
    </svg>
  )
}
