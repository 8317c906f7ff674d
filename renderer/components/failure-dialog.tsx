import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { useTranslator } from '../language/translator.tsx'
import { FailureMessage } from './failure-message.tsx'

/** A failure of something that has no place of its own on the page. */
export function FailureDialog(props: {
  readonly failure: ComponentProps<typeof FailureMessage>['failure']
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('window.plan.failed')}</DialogTitle>
          <DialogContent>
            <FailureMessage failure={props.failure} />
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{t('window.app.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
