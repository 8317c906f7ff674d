import { Card, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalL, gap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1 },
})

/** A part of a page under a heading of the second level. */
export function SectionCard(props: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Card className={styles.card}>
        <div className={styles.head}>
          <Subtitle2 as="h2" id={id}>
            {props.title}
          </Subtitle2>
          <span className={styles.grow} />
          {props.actions}
        </div>
        {props.children}
      </Card>
    </section>
  )
}
