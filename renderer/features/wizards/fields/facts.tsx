import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
})

/** What a wizard is about, when there is nothing to ask. */
export function Facts(props: { readonly facts: readonly (readonly [term: string, value: string])[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {props.facts.map(([term, value]) => [
        <dt key={term} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${term}:`} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  )
}
