import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { FORCED_COLORS } from '../../components/forced-colors.ts'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({
  svg: { width: '100%', maxWidth: '440px', height: 'auto' },
  box: {
    fill: tokens.colorNeutralBackground2,
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: '1.5px',
    [FORCED_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  primary: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  line: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '2px',
    fill: 'none',
    [FORCED_COLORS]: { stroke: 'CanvasText' },
  },
  tip: { fill: tokens.colorBrandStroke1, [FORCED_COLORS]: { fill: 'CanvasText' } },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '14px',
    [FORCED_COLORS]: { fill: 'CanvasText' },
  },
  small: {
    fill: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '12px',
    [FORCED_COLORS]: { fill: 'CanvasText' },
  },
})

/** The pair that will be made: two servers, and the stream from one to the other. What it says stands beside it in words. */
export function PairDrawing(props: { readonly primary: string; readonly standby: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <svg className={styles.svg} viewBox="0 0 440 84" aria-hidden>
      <rect
        className={mergeClasses(styles.box, styles.primary)}
        x="2"
        y="10"
        width="150"
        height="64"
        rx="6"
      />
      <text className={styles.text} x="77" y="38" textAnchor="middle">
        {props.primary}
      </text>
      <text className={styles.small} x="77" y="58" textAnchor="middle">
        {t('window.app.roles.primary')}
      </text>
      <path className={styles.line} d="M152,42 H280" />
      <path className={styles.tip} d="M280,36 L288,42 L280,48 Z" />
      <text className={styles.small} x="218" y="32" textAnchor="middle">
        {t('window.home.about.drawing.streaming')}
      </text>
      <rect className={styles.box} x="288" y="10" width="150" height="64" rx="6" />
      <text className={styles.text} x="363" y="38" textAnchor="middle">
        {props.standby}
      </text>
      <text className={styles.small} x="363" y="58" textAnchor="middle">
        {t('window.app.roles.standby')}
      </text>
    </svg>
  )
}
