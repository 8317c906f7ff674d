import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { formatSeconds } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'

/** A commit hangs: since when, and why. */
export function Stall(props: { readonly primary: string; readonly stalledMs: number }) {
  const { t, language } = useTranslator()
  const seconds = formatSeconds(Math.round(props.stalledMs / 1000), language)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('window.playground.load.stalled', { seconds })}</MessageBarTitle>{' '}
        {t('window.playground.load.stalled-why', { primary: props.primary })}
      </MessageBarBody>
    </MessageBar>
  )
}
