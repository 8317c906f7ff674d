import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular, DismissCircleFilled } from '@fluentui/react-icons'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import type { Turn } from './perform-all.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
})

/** Instances in the order in which they are started or stopped, and how each fares. */
export function TurnList(props: {
  readonly names: readonly string[]
  readonly turns: Readonly<Record<string, Turn>>
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <ol className={styles.list}>
      {props.names.map((name) => {
        const turn = props.turns[name] ?? { state: 'waiting' as const }
        return (
          <li key={name}>
            <span className={styles.line}>
              <TurnIcon state={turn.state} />
              <Text>{name}</Text>
              <Text size={200} className={styles.quiet}>
                {t(`window.home.all.${turn.state}`)}
              </Text>
            </span>
            {turn.state === 'failed' ? <FailureMessage failure={turn.failure} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The word stands beside it. */
function TurnIcon(props: { readonly state: Turn['state'] }) {
  const styles = useStyles()
  if (props.state === 'running') return <Spinner size="tiny" aria-hidden />
  if (props.state === 'done') return <CheckmarkCircleFilled className={styles.good} aria-hidden />
  if (props.state === 'waiting') return <CircleRegular className={styles.quiet} aria-hidden />
  return <DismissCircleFilled className={styles.bad} aria-hidden />
}
