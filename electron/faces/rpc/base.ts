import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { toErrorRecord } from '../../core/plan/job/error-record.ts'
import { countOpen } from './count-open.ts'
import type { Host } from './host.ts'

/** The contract with what it is bound to, and every failure as data, of answers and of streams; both are counted. Areas are made from this. */
export const bound = implement(contract)
  .$context<Host>()
  .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })
  .use(async ({ context, path, next, signal }) => {
    const fail = (error: unknown): never => {
      const known = asKnown(error, path)
      if (!(known instanceof PgTandemError) && !isAbort(error)) context.onBug(error, path.join('.'))
      throw new ORPCError('FAILED', { defined: true, data: toErrorRecord(known) })
    }
    let close: (() => void) | undefined
    try {
      // The context is an object of its own for each connection.
      close = countOpen(context, signal)
      const result = await next()
      if (isStream(result.output)) return { ...result, output: failing(result.output, fail, close) as never }
      close()
      return result
    } catch (error) {
      close?.()
      return fail(error)
    }
  })

async function* failing<T>(
  stream: AsyncIterable<T>,
  fail: (error: unknown) => never,
  close: () => void,
): AsyncGenerator<T> {
  try {
    yield* stream
  } catch (error) {
    fail(error)
  } finally {
    close()
  }
}

const isStream = (output: unknown): output is AsyncIterable<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** What does not fit the contract is refused like any other parameter. */
const asKnown = (error: unknown, path: readonly string[]): unknown =>
  error instanceof ORPCError && error.code === 'BAD_REQUEST'
    ? new PgTandemError('invalid-request', { request: path.join('.') })
    : error

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
