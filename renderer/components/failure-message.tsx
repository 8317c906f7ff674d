import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { sayFailure, type SaidFailure } from '../language/say-failure.ts'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  words: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    maxHeight: '12em',
    overflowY: 'auto',
  },
  hint: { display: 'block' },
})

/** What went wrong, what to do, and the failing program's own words. */
export function FailureMessage(props: {
  readonly failure: Parameters<typeof sayFailure>[0]
  readonly onRetry?: () => void
  readonly actions?: ReactNode
}) {
  const translator = useTranslator()
  const styles = useStyles()
  const said: SaidFailure = sayFailure(props.failure, translator)
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{said.message}</MessageBarTitle>
        <span className={styles.hint}>{said.hint}</span>
        {said.lines.length > 0 ? (
          <details>
            <summary>{translator.t('window.app.program-said')}</summary>
            <pre
              className={styles.words}
              role="region"
              aria-label={translator.t('window.app.program-said')}
              tabIndex={0}
            >
              {said.lines.join('\n')}
            </pre>
          </details>
        ) : null}
      </MessageBarBody>
      <MessageBarActions>
        {props.actions}
        {props.onRetry === undefined ? null : (
          <Button onClick={props.onRetry}>{translator.t('window.app.try-again')}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
