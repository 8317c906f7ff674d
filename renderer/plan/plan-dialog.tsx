import type { JobReport } from '../../shared/model/job-report.ts'
import { DialogFrame } from '../components/dialog-frame.tsx'
import { PlanFlow } from './plan-flow.tsx'
import type { PlanRequest } from './use-plan.ts'

/** A plan in a dialog, for actions that ask no questions of their own: stop, restart, a finding's fix. */
export function PlanDialog(props: {
  readonly title: string
  readonly request: PlanRequest
  readonly runLabel: string
  readonly typeName?: string
  /** The steps are shown unfolded. */
  readonly unfolded?: boolean
  readonly onDone?: (report: JobReport) => void
  readonly onClose: () => void
}) {
  return (
    <DialogFrame title={props.title} onClose={props.onClose}>
      <PlanFlow
        request={props.request}
        runLabel={props.runLabel}
        unfolded={props.unfolded === true}
        {...(props.typeName === undefined ? {} : { typeName: props.typeName })}
        {...(props.onDone === undefined ? {} : { onDone: props.onDone })}
      />
    </DialogFrame>
  )
}
