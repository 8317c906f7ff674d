import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Finding } from '../../../shared/model/instance-status.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { useTranslator } from '../../language/translator.tsx'
import { PlanDialog } from '../../plan/plan-dialog.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
})

/** What is wrong with an instance, what to do, and the plan that mends it where there is one. */
export function Findings(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { findings } = props.instance
  if (findings.length === 0) return null
  return (
    <section className={styles.list} aria-label={t('window.instance.findings')}>
      {findings.map((finding, index) => (
        <FindingBar key={`${finding.code} ${index}`} finding={finding} />
      ))}
    </section>
  )
}

function FindingBar(props: { readonly finding: Finding }) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const [mending, setMending] = useState(false)
  const focusReturns = useRestoreFocusTarget()
  const { severity, message, hint, fix } = props.finding
  return (
    <MessageBar intent={severity} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{text(message)}</MessageBarTitle> {text(hint)}
      </MessageBarBody>
      {fix === undefined ? null : (
        <MessageBarActions>
          <Button {...focusReturns} onClick={() => setMending(true)}>
            {t('window.app.mend-it')}
          </Button>
        </MessageBarActions>
      )}
      {mending && fix !== undefined ? (
        <PlanDialog
          title={text(message)}
          request={fix}
          runLabel={t('window.app.mend-it')}
          onClose={() => setMending(false)}
        />
      ) : null}
    </MessageBar>
  )
}
