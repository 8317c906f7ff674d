import { Button, makeStyles, MessageBar, MessageBarBody, Subtitle2, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  result: { display: 'grid', gap: tokens.spacingVerticalM },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** A place where one goes on after a wizard. */
export interface NextStep {
  readonly label: string
  readonly path: string
}

/** What has come of a wizard, and where to go from here; the first place is the likely one. */
export function NextSteps(props: {
  readonly result: string
  readonly steps: readonly NextStep[]
  readonly children?: ReactNode
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <section className={styles.result}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{props.result}</MessageBarBody>
      </MessageBar>
      {props.children}
      {props.steps.length === 0 ? null : <Subtitle2 as="h2">{t('window.wizards.what-next')}</Subtitle2>}
      <div className={styles.links}>
        {props.steps.map(({ label, path }, index) => (
          <Link key={path} href={path} asChild>
            <Button as="a" appearance={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </Button>
          </Link>
        ))}
      </div>
    </section>
  )
}
