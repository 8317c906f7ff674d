import { Button, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi, useStream } from '../../../api/use-api.ts'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanAgreement } from '../../../plan/plan-agreement.tsx'
import { PlanSteps } from '../../../plan/plan-steps.tsx'
import { RefusalMessage } from '../../../plan/refusal-message.tsx'
import { useAgreement } from '../../../plan/use-agreement.ts'
import { usePlan } from '../../../plan/use-plan.ts'

/** Putting the link in or taking it out: what that changes, and the button that does it. */
export function LinkDialog(props: {
  readonly standby: string
  readonly kind: 'insert' | 'remove'
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  const api = useApi()
  const { standby, kind, onClose } = props
  const [port, setPort] = useState<number | null>(null)
  const isReady = kind === 'remove' || port !== null
  const { state, again } = usePlan(isReady ? { operation: 'link', params: { standby, port } } : null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  // The link is there as long as the dialog is, so that the plan has its real port.
  useStream(
    standby,
    kind === 'insert' ? (api, signal) => api.playground.offerLink({ standby }, { signal }) : null,
    {
      onValue: setPort,
      onFailure: setFailure,
    },
  )
  const plan = state.kind === 'answered' && state.answer.kind === 'plan' ? state.answer : null
  const confirmations = plan?.preview.confirmations ?? []
  const agreement = useAgreement(confirmations)

  const run = async (): Promise<void> => {
    const { agreed } = agreement
    agreement.forget()
    setBusy(true)
    setFailure(null)
    try {
      await (port === null
        ? api.playground.removeLink({ standby, agreed })
        : api.playground.insertLink({ standby, port, agreed }))
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
            disabled={busy || plan === null || (confirmations.length > 0 && !agreement.agreed)}
            onClick={() => void run()}
          >
            {t(`window.playground.link.${kind}`)}
          </Button>
        </>
      }
    >
      <Text>{t(`window.playground.link.${kind}-about`)}</Text>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {state.kind === 'planning' && (isReady || failure === null) ? (
        <Spinner label={t('window.plan.planning')} />
      ) : null}
      {state.kind === 'failed' ? <FailureMessage failure={state.failure} onRetry={again} /> : null}
      {state.kind === 'answered' && state.answer.kind === 'refused' ? (
        <RefusalMessage refusal={state.answer} />
      ) : null}
      {plan === null ? null : (
        <>
          <PlanAgreement preview={plan.preview} agreement={agreement} typeName={null} />
          <PlanSteps planId={plan.planId} preview={plan.preview} />
        </>
      )}
    </DialogFrame>
  )
}
