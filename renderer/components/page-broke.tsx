import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslator } from '../language/translator.tsx'

/** In place of a part that failed. */
export function PageBroke(props: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslator()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('window.app.page-broke')}</MessageBarTitle>
        {t('window.app.page-broke-hint')} ({props.error.message})
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={props.onRetry}>{t('window.app.try-again')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
