import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { PlanAnswer } from '../../shared/contract/operations.ts'
import type { JobReport } from '../../shared/model/job-report.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi } from '../api/use-api.ts'
import { FailureMessage } from '../components/failure-message.tsx'
import { useTranslator } from '../language/translator.tsx'
import { type LiveSlice, useLive } from '../stores/live-store.ts'
import { JobView } from './job-view.tsx'
import { PlanAgreement } from './plan-agreement.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { RefusalMessage } from './refusal-message.tsx'
import { useAgreement } from './use-agreement.ts'
import { useJob } from './use-job.ts'
import { type PlanRequest, type PlanState, usePlan } from './use-plan.ts'

const useStyles = makeStyles({
  flow: { display: 'grid', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', alignItems: 'center' },
})

export interface PlanFlowProps {
  /** What is to be done; null while a form is not filled in. Planned anew whenever it changes. */
  readonly request: PlanRequest
  /** Planned anew when it changes, too: for what the parameters do not show. */
  readonly occasion?: number
  /** The word on the button. */
  readonly runLabel: string
  /** The steps are shown unfolded. */
  readonly unfolded?: boolean
  /** Agreement by typing this name. */
  readonly typeName?: string
  /** In place of the message of a refusal that a field of the form shows already. */
  readonly hideRefusalOf?: (refusal: Extract<PlanAnswer, { kind: 'refused' }>) => boolean
  readonly onState?: (state: PlanState) => void
  readonly onStarted?: (job: string) => void
  /** The job was taken back, and the plan is looked at again. */
  readonly onBack?: () => void
  /** Below the finished job: what to do next. */
  readonly whenDone?: (report: JobReport) => ReactNode
  readonly onDone?: (report: JobReport) => void
  readonly secondary?: ReactNode
}

/** Below a long list of steps nobody would see how it ended. */
const bringIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** What a plan may depend on: it is looked at again when an instance starts, stops, or changes its role, and when a job ends. */
const worldOf = ({ live }: LiveSlice): string =>
  [
    ...(live?.instances ?? []).map(({ name, state, role }) => `${name} ${state} ${role}`),
    ...(live?.jobs ?? []).map(({ id, state }) => `${id} ${state}`),
  ].join()

/** From request to result: plan, agreement, steps, the button, the running job, and how it ended. */
export function PlanFlow(props: PlanFlowProps) {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const [job, setJob] = useState<string | null>(null)
  const [starting, setStarting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [changed, setChanged] = useState(false)
  const world = useLive(worldOf)
  const { state, again } = usePlan(job === null ? props.request : null, props.occasion ?? 0, world)
  const { report } = useJob(job)
  const { onState, onDone } = props
  const tellState = useEffectEvent((now: PlanState) => onState?.(now))
  useEffect(() => tellState(state), [state])
  const isDone = report?.state === 'done' && report.endedAt !== null
  const tellDone = useEffectEvent(() => {
    if (report !== null) onDone?.(report)
  })
  useEffect(() => {
    if (isDone) tellDone()
  }, [isDone])
  const answer = state.kind === 'answered' ? state.answer : state.kind === 'planning' ? state.last : null
  const plan = answer?.kind === 'plan' ? answer : null
  const confirmations = plan?.preview.confirmations ?? []
  const agreement = useAgreement(confirmations, JSON.stringify(props.request))

  const run = async (planId: string): Promise<void> => {
    setStarting(true)
    setFailure(null)
    setChanged(false)
    agreement.forget()
    try {
      const answer = await api.operations.run({ planId })
      if (answer.kind === 'started') {
        setJob(answer.job)
        props.onStarted?.(answer.job)
      } else {
        setChanged(answer.kind === 'changed-world')
        again()
      }
    } catch (error) {
      setFailure(toFailure(error))
      again()
    } finally {
      setStarting(false)
    }
  }

  if (job !== null)
    return (
      <div className={styles.flow}>
        {report === null ? <Spinner label={t('window.plan.running')} /> : <JobView report={report} />}
        {report !== null && isDone && props.whenDone !== undefined ? (
          <div ref={bringIntoView}>{props.whenDone(report)}</div>
        ) : null}
        {report !== null && report.endedAt !== null && report.aftermath === 'undone' ? (
          <div className={styles.buttons}>
            <Button
              onClick={() => {
                setJob(null)
                again()
                props.onBack?.()
              }}
            >
              {t('window.app.back')}
            </Button>
          </div>
        ) : null}
      </div>
    )

  const nothing = plan !== null && plan.preview.steps.length === 0
  return (
    <div className={styles.flow}>
      {changed ? (
        <MessageBar intent="warning">
          <MessageBarBody>{t('window.plan.world-changed')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {failure === null ? null : <FailureMessage failure={failure} />}
      {state.kind === 'failed' ? <FailureMessage failure={state.failure} onRetry={again} /> : null}
      {answer?.kind === 'refused' && props.hideRefusalOf?.(answer) !== true ? (
        <RefusalMessage refusal={answer} />
      ) : null}
      {nothing ? <Text>{t('window.plan.nothing-to-do')}</Text> : null}
      {plan === null || nothing ? null : (
        <>
          <PlanAgreement preview={plan.preview} agreement={agreement} typeName={props.typeName ?? null} />
          <Accordion collapsible {...(props.unfolded === true ? { defaultOpenItems: ['steps'] } : {})}>
            <AccordionItem value="steps">
              <AccordionHeader>
                {t('window.plan.steps', { count: plan.preview.steps.length })} · {t('window.plan.show-steps')}
              </AccordionHeader>
              <AccordionPanel>
                <PlanSteps planId={plan.planId} preview={plan.preview} />
              </AccordionPanel>
            </AccordionItem>
          </Accordion>
        </>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={
            props.request === null ||
            state.kind !== 'answered' ||
            plan === null ||
            nothing ||
            starting ||
            (confirmations.length > 0 && !agreement.agreed)
          }
          onClick={() => {
            if (plan !== null) void run(plan.planId)
          }}
        >
          {props.runLabel}
        </Button>
        {props.secondary}
        {state.kind === 'planning' && props.request !== null ? (
          <Spinner size="tiny" label={t('window.plan.planning')} />
        ) : null}
      </div>
    </div>
  )
}
