import { ORPCError } from '@orpc/server'
import type { StandardRPCHandlerOptions } from '@orpc/server/standard'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { toErrorRecord } from '../../core/plan/job/error-record.ts'
import type { Host } from './host.ts'

/** For the handler of either host: what is in no contract, or cannot be read, is refused as every other failure is. */
export const rpcOptions: StandardRPCHandlerOptions<Host> = {
  interceptors: [
    async (call) => {
      const refuse = (cause?: unknown): never => {
        const name = call.request.url.pathname.slice(1).replaceAll('/', '.')
        const error = new PgTandemError('invalid-request', { request: name })
        throw new ORPCError('FAILED', { defined: true, data: toErrorRecord(error), cause })
      }
      try {
        const result = await call.next()
        return result.matched ? result : refuse()
      } catch (error) {
        if (error instanceof ORPCError && error.code === 'FAILED') throw error
        return refuse(error)
      }
    },
  ],
}
