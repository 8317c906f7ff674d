import { Button, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanAgreement } from '../../../plan/plan-agreement.tsx'
import { PlanSteps } from '../../../plan/plan-steps.tsx'
import { RefusalMessage } from '../../../plan/refusal-message.tsx'
import { usePlan } from '../../../plan/use-plan.ts'

/** Stands in the plan for the port that the link will get: that one is only known once it is there. */
const EXAMPLE_PORT = 50_000

/** Putting the link in or taking it out: what that changes, and the button that does it. */
export function LinkDialog(props: {
  readonly standby: string
  readonly kind: 'insert' | 'remove'
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  const api = useApi()
  const { standby, kind, onClose } = props
  const port = kind === 'insert' ? EXAMPLE_PORT : null
  const { state, again } = usePlan({ operation: 'link', params: { standby, port } })
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const plan = state.kind === 'answered' && state.answer.kind === 'plan' ? state.answer : null
  const needsAgreement = plan !== null && plan.preview.confirmations.length > 0

  const run = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await (kind === 'insert'
        ? api.playground.insertLink({ standby })
        : api.playground.removeLink({ standby }))
      onClose()
    } catch (error) {
      setFailure(toFailure(error))
      again()
    } finally {
      setBusy(false)
    }
  }
  return (
    <DialogFrame
      title={t(`window.playground.link.${kind}-title`, { standby })}
      onClose={onClose}
      closeLabel={t('window.app.cancel')}
      actions={
        <>
          {busy ? <Spinner size="tiny" label={t('window.plan.running')} /> : null}
          <Button
            appearance="primary"
            disabled={busy || plan === null || (needsAgreement && !agreed)}
            onClick={() => void run()}
          >
            {t(`window.playground.link.${kind}`)}
          </Button>
        </>
      }
    >
      <Text>{t(`window.playground.link.${kind}-about`, { port: EXAMPLE_PORT })}</Text>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {state.kind === 'planning' ? <Spinner label={t('window.plan.planning')} /> : null}
      {state.kind === 'failed' ? <FailureMessage failure={state.failure} onRetry={again} /> : null}
      {state.kind === 'answered' && state.answer.kind === 'refused' ? (
        <RefusalMessage refusal={state.answer} />
      ) : null}
      {plan === null ? null : (
        <>
          <PlanAgreement preview={plan.preview} agreed={agreed} onAgree={setAgreed} typeName={null} />
          <PlanSteps planId={plan.planId} preview={plan.preview} />
        </>
      )}
    </DialogFrame>
  )
}
