import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import type { Before, StepContext } from '../job/step-runner.ts'
import { reloadInstance, startInstance, stopInstance } from './servers.ts'

const deadlineMs = 120_000

/**
 * After a file was put back: has a running server read it again, and restarts it where the change had already reached it
 * by a restart (its settings are pending the other way round now). Interrupted in that restart, it starts it when repeated.
 */
export async function applyAgain(
  instance: string,
  settings: readonly string[],
  context: StepContext,
  before: Before,
): Promise<void> {
  const target = context.target(instance)
  const start = (): Promise<void> => startInstance(target, context, { deadlineMs })
  const isUp = await isServerAlive(target.dataDir).catch(() => true)
  if (!isUp) return before['restarting'] === true ? start() : undefined
  await reloadInstance(target, context)
  if (settings.length === 0 || target.major < 9.5) return
  const session = await context.session(instance)
  const pending = await session.query(`select name from pg_catalog.pg_settings where pending_restart`)
  if (!pending.some(({ name }) => settings.includes(name ?? ''))) return
  await context.remember({ restarting: true })
  await stopInstance(target, context, { mode: 'fast', deadlineMs })
  await context.inside()
  await start()
}
