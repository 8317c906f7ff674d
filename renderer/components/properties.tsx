import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(8em, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalSNudge,
    margin: 0,
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { marginBottom: tokens.spacingVerticalS },
  },
})

export interface Property {
  readonly term: ReactNode
  readonly value: ReactNode
}

/** Terms and their values, one a line. */
export function Properties(props: { readonly items: readonly Property[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {props.items.flatMap(({ term, value }, index) => [
        <dt key={`term-${index}`} className={styles.term}>
          {term}
        </dt>,
        <dd key={`value-${index}`} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  )
}
