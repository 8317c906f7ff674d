import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance } from '../../../stores/live-store.ts'

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } })

/** Why the promotion is refused: who may still be the primary, and the two ways on. */
export function LivePrimary(props: {
  readonly name: string
  /** A name of the catalogue, or `host:port`; null where nothing says who it is. */
  readonly primary: string | null
  readonly onStop: () => void
  readonly onInsist: () => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name } = props
  const primary = props.primary ?? ''
  const known = useInstance(primary)
  const how =
    props.primary === null
      ? 'unknown'
      : known === undefined
        ? 'foreign'
        : known.state === 'running'
          ? 'running'
          : 'doubtful'
  const title = how === 'unknown' ? 'live-title-unknown' : 'live-title'
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t(`window.wizardsReplication.promote.${title}`, { primary })}</MessageBarTitle>
        {t(`window.wizardsReplication.promote.live-${how}`, { primary, name })}
      </MessageBarBody>
      <MessageBarActions>
        {known === undefined ? null : (
          <Button onClick={props.onStop}>
            {t('window.wizardsReplication.promote.stop-first', { primary })}
          </Button>
        )}
        <Button onClick={props.onInsist}>{t('window.wizardsReplication.promote.insist')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
