import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { PlanAnswer } from '../../shared/contract/operations.ts'
import { sayRefusal } from '../language/say-failure.ts'
import { useTranslator } from '../language/translator.tsx'

/** Why an operation is refused, and what to do; nothing was changed. */
export function RefusalMessage(props: { readonly refusal: Extract<PlanAnswer, { kind: 'refused' }> }) {
  const translator = useTranslator()
  const { message, hint } = sayRefusal(props.refusal.code, props.refusal.params, translator)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {hint}
      </MessageBarBody>
    </MessageBar>
  )
}
