import { PgTandemError } from '../../shared/errors/pgtandem-error.ts'
import type { TextKey } from '../../shared/i18n/text.ts'
import { type ObservationServices, observeBase, observeWorld } from './instances/observe-world.ts'
import type { Operation, Planned } from './operations/operation.ts'
import { operations } from './operations/operations.ts'

/**
 * Looks at what an operation needs, and plans it.
 *
 * Throws `unknown-operation`, `invalid-parameter`, and what observing throws; never for the state of an instance.
 */
export async function planOperation(
  id: string,
  params: unknown,
  services: ObservationServices,
): Promise<Planned> {
  const operation = Object.hasOwn(operations, id) ? operations[id] : undefined
  if (!operation) throw new PgTandemError('unknown-operation', { operation: id })
  const parsed = parseParameters(operation, params)
  const base = await observeBase(services)
  const world = await observeWorld(services, base, operation.needs(parsed, base))
  return operation.plan(parsed, world)
}

function parseParameters(operation: Operation, params: unknown): unknown {
  const parsed = operation.params.safeParse(params)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new PgTandemError('invalid-parameter', {
    parameter: issue?.path.join('.') ?? '',
    problem: problemOf(issue?.message ?? ''),
  })
}

/** A key under `parameters`: our schemas' messages are keys; zod's own are English. */
function problemOf(message: string): TextKey {
  if (message.startsWith('parameters.')) return message as TextKey
  return message.endsWith('received undefined') ? 'parameters.missing' : 'parameters.invalid'
}
