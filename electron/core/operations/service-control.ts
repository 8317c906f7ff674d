import { controlService } from '../plan/steps/services.ts'
import { restartServer, type StopMode } from '../plan/steps/servers.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { checkOwner } from './checks.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts } from './world.ts'

/**
 * How an instance is started or stopped that a Windows service runs: by that service, so that Windows knows what runs.
 * Null: by pg_ctl, as any other. One whose files this account may use is left to pg_ctl where services are closed to it.
 */
export function controlByService(
  { entry, service, filesReadable }: InstanceFacts,
  ...actions: readonly ('start' | 'stop')[]
): StepDraft[] | Refusal | null {
  if (service === null || (filesReadable && !service.mayControl)) return null
  if (!service.mayControl)
    return refuse('service-needs-administrator', { name: entry.name, service: service.name })
  return actions.map((action) => controlService(entry.name, service.name, action))
}

/** A restart by whoever may do it: the service, or pg_ctl with the account that owns the files. */
export const restartSteps = (
  instance: InstanceFacts,
  mode: StopMode = 'fast',
): readonly StepDraft[] | Refusal =>
  checkOwner(instance) ??
  controlByService(instance, 'stop', 'start') ?? [restartServer(instance.entry.name, mode)]

/** Its files belong to the account of its service, and its registration would be left without them. */
export function checkNoService({ entry, service }: InstanceFacts): Refusal | null {
  return service === null
    ? null
    : refuse('data-of-service', { name: entry.name, path: entry.dataDir, service: service.name })
}

/** A copy in their place would belong to this account, and be started past the service. */
export function checkCopyOfService({ entry, service }: InstanceFacts): Refusal | null {
  return service === null
    ? null
    : refuse('copy-of-service', { name: entry.name, path: entry.dataDir, service: service.name })
}
