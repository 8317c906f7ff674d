import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { ReplicationDetails, SampleBatch } from '../model/replication.ts'
import { procedure } from './base.ts'
import { instanceName } from './instances.ts'

export const replicationContract = {
  /** The lag of every standby: what is remembered of the last minutes first, then each new sample. */
  samples: procedure
    .input(z.object({ names: z.array(instanceName).max(64) }))
    .output(eventIterator(type<SampleBatch>())),
  /** Slots, synchronous settings and stations of one instance; again at each change while it is watched. */
  details: procedure
    .input(z.object({ name: instanceName }))
    .output(eventIterator(type<ReplicationDetails>())),
}
