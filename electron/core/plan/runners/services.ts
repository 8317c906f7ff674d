import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { pingServer } from '../../../postgres/programs/ping-server.ts'
import { controlService, readServiceState } from '../../../system/platform/windows-services.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { ControlServiceStep } from '../steps/services.ts'

const opposite = { start: 'stop', stop: 'start' } as const
const reached = { start: 'running', stop: 'stopped' } as const

/** A service says that it runs before its server lets anybody in. */
async function waitUntilReady(
  { instance, deadlineMs }: ControlServiceStep,
  context: StepContext,
): Promise<void> {
  const { name, host, port, user, logFile } = context.target(instance ?? '')
  const deadline = Date.now() + deadlineMs
  while ((await pingServer({ host, port, user })) !== 'ready') {
    if (context.signal.aborted) throw new PgTandemError('cancelled')
    if (Date.now() > deadline)
      throw new PgTandemError('server-still-starting', {
        name,
        seconds: Math.round(deadlineMs / 1000),
        logFile,
      })
    await sleep(100)
  }
}

async function control(
  step: ControlServiceStep,
  action: ControlServiceStep['action'],
  context: StepContext,
): Promise<void> {
  await context.closeSession(step.instance ?? '')
  await controlService(step.service, action, { deadlineMs: step.deadlineMs, signal: context.signal })
  if (action === 'start') await waitUntilReady(step, context)
}

export const controlServiceRunner: StepRunner<ControlServiceStep> = {
  before: async ({ service }) => ({ state: await readServiceState(service) }),
  async run(step, context) {
    await control(step, step.action, context)
    await context.inside()
  },
  async undo(step, context, { state }) {
    if (state !== reached[step.action]) await control(step, opposite[step.action], context)
  },
}
