import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import type { StepContext } from '../job/step-runner.ts'
import { reloadInstance, startInstance, stopInstance } from './servers.ts'

const deadlineMs = 120_000

/**
 * After a file was put back: has a running server read it again, and restarts it where the change had already reached it
 * by a restart (its settings are pending the other way round now).
 */
export async function applyAgain(
  instance: string,
  settings: readonly string[],
  context: StepContext,
): Promise<void> {
  const target = context.target(instance)
  if (!(await isServerAlive(target.dataDir))) return
  await reloadInstance(target, context)
  if (settings.length === 0 || target.major < 9.5) return
  const session = await context.session(instance)
  const pending = await session.query(`select name from pg_catalog.pg_settings where pending_restart`)
  if (!pending.some(({ name }) => settings.includes(name ?? ''))) return
  await stopInstance(target, context, { mode: 'fast', deadlineMs })
  await startInstance(target, context, { deadlineMs })
}
