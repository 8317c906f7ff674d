import type { StepBase, Unnumbered } from './step-base.ts'

/** Starts or stops the Windows service that runs an instance; undone by the opposite, unless it was so before. */
export interface ControlServiceStep extends StepBase<'control-service'> {
  readonly service: string
  readonly action: 'start' | 'stop'
  readonly deadlineMs: number
}

const deadlineMs = { start: 300_000, stop: 120_000 } as const

export const controlService = (
  instance: string,
  service: string,
  action: ControlServiceStep['action'],
): Unnumbered<ControlServiceStep> => ({
  kind: 'control-service',
  instance,
  service,
  action,
  deadlineMs: deadlineMs[action],
  title: {
    key: action === 'start' ? 'steps.start-service' : 'steps.stop-service',
    params: { instance, service },
  },
  undo: 'inverse',
})
