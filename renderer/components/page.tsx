import { makeStyles, Title2, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect } from 'react'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '1200px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1 },
})

/** A page with its heading, which is the window's title too, and what can be done on the right of it. */
export function Page(props: {
  readonly title: string
  readonly beside?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  useEffect(() => {
    document.title = `${props.title} · PgTandem`
  }, [props.title])
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title2 as="h1">{props.title}</Title2>
        {props.beside}
        <span className={styles.grow} />
        {props.actions}
      </header>
      {props.children}
    </div>
  )
}
