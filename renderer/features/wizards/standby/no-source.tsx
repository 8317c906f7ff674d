import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Link } from 'wouter'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({ bar: { flexShrink: 0 } })

/** Nothing runs that a standby could be made of: where to go first. */
export function NoSource(props: { readonly hasInstances: boolean }) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{t('window.wizards.standby.no-source')}</MessageBarBody>
      <MessageBarActions>
        <Link href={props.hasInstances ? '/' : '/do/create'} asChild>
          <Button as="a">
            {t(
              props.hasInstances
                ? 'window.wizards.standby.no-source-home'
                : 'window.wizards.standby.no-source-create',
            )}
          </Button>
        </Link>
      </MessageBarActions>
    </MessageBar>
  )
}
