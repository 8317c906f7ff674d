import { oc, type } from '@orpc/contract'
import type { ErrorRecord } from '../model/job.ts'

/** Every procedure may fail with one kind of error: data that the window turns into a sentence of its own language. */
export const procedure = oc.errors({ FAILED: { data: type<ErrorRecord>() } })
