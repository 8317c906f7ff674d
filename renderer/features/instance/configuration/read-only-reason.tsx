import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ConfigurationFile } from '../../../../shared/model/readings.ts'
import { sayRefusal } from '../../../language/say-failure.ts'
import { useTranslator } from '../../../language/translator.tsx'

/** Why a file can only be looked at. */
export function ReadOnlyReason(props: {
  readonly path: string
  readonly reason: NonNullable<ConfigurationFile['readOnly']>
}) {
  const translator = useTranslator()
  const { code, params } = props.reason
  const { message, hint } = sayRefusal(code, params, translator)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {translator.t('window.instance.configuration.read-only', { file: props.path })}
        </MessageBarTitle>{' '}
        {message} {hint}
      </MessageBarBody>
    </MessageBar>
  )
}
