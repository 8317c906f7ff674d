import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { FORCED_COLORS } from '../../components/forced-colors.ts'
import { useTranslator } from '../../language/translator.tsx'
import { useDrawingStyles } from './drawing-styles.ts'

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    padding: tokens.spacingHorizontalL,
    overflowX: 'auto',
  },
  svg: { display: 'block', width: '100%', minWidth: '420px', height: 'auto' },
  part: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    [FORCED_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  line: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
    fill: 'none',
    [FORCED_COLORS]: { stroke: 'CanvasText' },
  },
  tip: { fill: tokens.colorNeutralStrokeAccessible, [FORCED_COLORS]: { fill: 'CanvasText' } },
  title: { fontSize: '16px', fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: '13px' },
})

/** How a write on the primary comes to the standby. */
export function AboutDrawing() {
  const styles = useStyles()
  const drawing = useDrawingStyles()
  const { t } = useTranslator()
  const word = (key: 'writes' | 'reads' | 'wal' | 'slot' | 'streaming' | 'replay' | 'data') =>
    t(`window.home.about.drawing.${key}`)
  return (
    <div className={styles.frame} role="region" aria-label={t('window.home.about.title')} tabIndex={0}>
      <svg
        className={styles.svg}
        viewBox="0 0 760 300"
        role="img"
        aria-label={t('window.home.about.drawing-label')}
      >
        <Words x={160} y={22} text={word('writes')} />
        <Arrow line="M160,32 V62" tip="M154,62 L160,72 L166,62 Z" />
        <Words x={600} y={22} text={word('reads')} />
        <Arrow line="M600,72 V42" tip="M594,42 L600,32 L606,42 Z" />

        <rect
          className={mergeClasses(drawing.server, drawing.primary)}
          x="10"
          y="72"
          width="300"
          height="216"
          rx="8"
        />
        <text className={mergeClasses(drawing.text, styles.title)} x="28" y="100">
          {t('window.home.about.drawing.primary')}
        </text>
        <rect className={drawing.server} x="450" y="72" width="300" height="216" rx="8" />
        <text className={mergeClasses(drawing.text, styles.title)} x="468" y="100">
          {t('window.home.about.drawing.standby')}
        </text>

        <Part x={28} y={120} text={word('data')} />
        <Part x={180} y={120} text={word('wal')} />
        <Arrow line="M180,142 H150" tip="M150,136 L140,142 L150,148 Z" />
        <Part x={180} y={220} text={word('slot')} />
        <Arrow line="M236,220 V164" dashed />

        <path className={drawing.stream} d="M292,142 H458" />
        <path className={drawing.streamTip} d="M456,134 L468,142 L456,150 Z" />
        <Words x={380} y={128} text={word('streaming')} />

        <Part x={468} y={120} text={word('wal')} />
        <Part x={620} y={220} text={word('data')} />
        <Arrow line="M524,164 V242 H610" tip="M610,236 L620,242 L610,248 Z" />
        <Words x={560} y={232} text={word('replay')} />
      </svg>
    </div>
  )
}

function Words(props: { readonly x: number; readonly y: number; readonly text: string }) {
  const styles = useStyles()
  const drawing = useDrawingStyles()
  return (
    <text className={mergeClasses(drawing.text, styles.small)} x={props.x} y={props.y} textAnchor="middle">
      {props.text}
    </text>
  )
}

function Part(props: { readonly x: number; readonly y: number; readonly text: string }) {
  const styles = useStyles()
  return (
    <>
      <rect className={styles.part} x={props.x} y={props.y} width="112" height="44" rx="4" />
      <Words x={props.x + 56} y={props.y + 27} text={props.text} />
    </>
  )
}

function Arrow(props: { readonly line: string; readonly tip?: string; readonly dashed?: boolean }) {
  const styles = useStyles()
  return (
    <>
      <path
        className={styles.line}
        d={props.line}
        {...(props.dashed === true ? { strokeDasharray: '4 4' } : {})}
      />
      {props.tip === undefined ? null : <path className={styles.tip} d={props.tip} />}
    </>
  )
}
