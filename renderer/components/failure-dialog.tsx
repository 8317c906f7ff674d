import type { ComponentProps } from 'react'
import { useTranslator } from '../language/translator.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { FailureMessage } from './failure-message.tsx'

/** A failure of something that has no place of its own on the page. */
export function FailureDialog(props: {
  readonly failure: ComponentProps<typeof FailureMessage>['failure']
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  return (
    <DialogFrame title={t('window.plan.failed')} onClose={props.onClose}>
      <FailureMessage failure={props.failure} />
    </DialogFrame>
  )
}
