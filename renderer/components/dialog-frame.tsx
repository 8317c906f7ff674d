import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect } from 'react'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  wide: { maxWidth: '900px' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
})

/**
 * Fluent hides the page from screen readers while a dialog is open, until the focus is in the page again. Where what
 * opened it is gone, or did not ask for the focus (`useRestoreFocusTarget`), the page itself takes it.
 */
function releasePage(): void {
  window.setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main')?.focus()
  }, 0)
}

/** A dialog that is open for as long as it is drawn. Its button, Escape and a click beside it close it. */
export function DialogFrame(props: {
  readonly title: string
  readonly children: ReactNode
  /** Stand before the button that closes. */
  readonly actions?: ReactNode
  /** Default: "Close". */
  readonly closeLabel?: string
  /** Cannot be closed now. */
  readonly locked?: boolean
  readonly wide?: boolean
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { locked = false, wide = false, onClose } = props
  useEffect(() => releasePage, [])
  return (
    <Dialog
      open
      modalType={locked ? 'alert' : 'modal'}
      onOpenChange={() => {
        if (!locked) onClose()
      }}
    >
      <DialogSurface {...(wide ? { className: styles.wide } : {})}>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>{props.children}</DialogContent>
          <DialogActions>
            {props.actions}
            {locked ? null : <Button onClick={onClose}>{props.closeLabel ?? t('window.app.close')}</Button>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
