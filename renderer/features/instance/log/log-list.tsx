import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { LogLine } from '../../../../shared/model/log-line.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { groupOf, type LogEntry, type LogGroup, repeatedExplanations } from './log-entries.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    height: '60vh',
    minHeight: '240px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  entry: {
    // What is out of sight is neither laid out nor painted.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 22px',
    padding: `1px ${tokens.spacingHorizontalS}`,
    borderLeft: '4px solid transparent',
  },
  line: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  field: { color: tokens.colorNeutralForeground2 },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorPaletteYellowForeground2,
  },
  known: {
    fontFamily: tokens.fontFamilyBase,
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
})

const useLevelStyles = makeStyles({
  LOG: {},
  WARNING: {
    borderLeftColor: tokens.colorStatusWarningBorderActive,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  ERROR: {
    borderLeftColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  FATAL: {
    borderLeftColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  PANIC: {
    borderLeftColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorStatusDangerBackground1,
    fontWeight: tokens.fontWeightBold,
  },
} satisfies Record<LogGroup, object>)

/** Entries one below the other; the newest stay in sight as long as one has not scrolled away from them. */
export function LogList(props: { readonly entries: readonly LogEntry[]; readonly search: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const list = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const sticks = useRef(true)
  const lastTop = useRef(0)
  const repeated = useMemo(() => repeatedExplanations(props.entries), [props.entries])
  useEffect(() => {
    const [box, content] = [list.current, inner.current]
    if (box === null || content === null) return undefined
    // Entries get their real heights when they come into sight, so the end moves after it was scrolled to.
    const observer = new ResizeObserver(() => {
      if (sticks.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(content)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={list}
      role="region"
      aria-label={t('window.instance.log.newest')}
      tabIndex={0}
      className={styles.list}
      onScroll={({ currentTarget: box }) => {
        const isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40
        sticks.current = isAtEnd || (sticks.current && box.scrollTop >= lastTop.current)
        lastTop.current = box.scrollTop
      }}
    >
      <div ref={inner}>
        {props.entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            search={props.search.trim()}
            explains={!repeated.has(entry.id)}
          />
        ))}
      </div>
    </div>
  )
}

const Entry = memo(function Entry(props: {
  readonly entry: LogEntry
  readonly search: string
  readonly explains: boolean
}) {
  const styles = useStyles()
  const levels = useLevelStyles()
  const { level, lines } = props.entry
  return (
    <div className={mergeClasses(styles.entry, levels[groupOf(level)])}>
      {lines.map((line, index) => (
        <Line key={index} line={line} first={index === 0} search={props.search} explains={props.explains} />
      ))}
    </div>
  )
})

function Line(props: {
  readonly line: LogLine
  readonly first: boolean
  readonly search: string
  readonly explains: boolean
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { line, first, search } = props
  return (
    <>
      <span className={mergeClasses(styles.line, !first && styles.field)}>
        <Marked text={line.text} search={search} />
      </span>
      {line.known === null || !props.explains ? null : (
        <div className={styles.known}>
          <Text size={200} weight="semibold">
            {t('window.instance.log.means')}
          </Text>{' '}
          <Text size={200}>{text(line.known.message)}</Text>
          <Text size={200} block>
            {text(line.known.hint)}
          </Text>
        </div>
      )}
    </>
  )
}

function Marked(props: { readonly text: string; readonly search: string }) {
  const styles = useStyles()
  const { text, search } = props
  const at = search === '' ? -1 : text.toLowerCase().indexOf(search.toLowerCase())
  if (at < 0) return text
  const end = at + search.length
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles.mark}>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  )
}
