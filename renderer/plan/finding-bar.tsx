import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Finding } from '../../shared/model/instance-status.ts'
import { useTranslator } from '../language/translator.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { sayFix } from './say-fix.ts'

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } })

/** One problem in words, and a button with the plan that mends it where there is one. */
export function FindingBar(props: { readonly finding: Finding }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { text } = translator
  const [mending, setMending] = useState<Finding | null>(null)
  const focusReturns = useRestoreFocusTarget()
  const { severity, message, hint, fix } = props.finding
  return (
    <MessageBar intent={severity} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{text(message)}</MessageBarTitle> {text(hint)}
      </MessageBarBody>
      {fix === undefined ? null : (
        <MessageBarActions>
          <Button {...focusReturns} onClick={() => setMending(props.finding)}>
            {sayFix(translator, fix)}
          </Button>
        </MessageBarActions>
      )}
      {mending?.fix === undefined ? null : (
        <PlanDialog
          title={text(mending.message)}
          request={mending.fix}
          runLabel={sayFix(translator, mending.fix)}
          onClose={() => setMending(null)}
        />
      )}
    </MessageBar>
  )
}
