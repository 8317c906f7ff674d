import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { JobReport } from '../../shared/model/job-report.ts'
import { useTranslator } from '../language/translator.tsx'
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
  const { t } = useTranslator()
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : props.onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>
            <PlanFlow
              request={props.request}
              runLabel={props.runLabel}
              unfolded={props.unfolded === true}
              {...(props.typeName === undefined ? {} : { typeName: props.typeName })}
              {...(props.onDone === undefined ? {} : { onDone: props.onDone })}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={props.onClose}>
              {t('window.app.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
