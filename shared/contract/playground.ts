import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { ArrivedRow, LinkState, LoadReport, PlaygroundState } from '../model/playground.ts'
import { procedure } from './base.ts'
import { instanceName } from './instances.ts'

const pair = z.object({ primary: instanceName, standby: instanceName })
const oneStandby = z.object({ standby: instanceName })

/** The read-only demo, on a database that is made for it on the primary. */
export const playgroundContract = {
  /** Makes the database `pgtandem_playground` and its table when they are missing. */
  prepare: procedure.input(pair).output(type<PlaygroundState>()),
  /** Drops that database again. */
  clear: procedure.input(pair),
  /** Inserts one row on the primary and waits until the standby shows it, at most ten seconds. */
  insertRow: procedure.input(pair).output(type<ArrivedRow>()),
  /** Inserts rows at a rate until the stream is left, at most ten minutes. */
  load: procedure
    .input(pair.extend({ rowsPerSecond: z.number().min(1).max(5000) }))
    .output(eventIterator(type<LoadReport>())),
  /** The adjustable link of this program between a standby and its upstream; null when there is none. */
  link: procedure.input(oneStandby).output(type<LinkState | null>()),
  /** A relay of ours that is not put in yet: its port, as long as the stream is followed. For the plan that is shown. */
  offerLink: procedure.input(oneStandby).output(eventIterator(type<number>())),
  /** Puts the relay that was offered with this port between them. The standby's walreceiver connects anew. */
  insertLink: procedure
    .input(oneStandby.extend({ port: z.number().int(), agreed: z.boolean() }))
    .output(type<LinkState>()),
  adjustLink: procedure
    .input(
      oneStandby.extend({
        delayMs: z.number().int().min(0).max(60_000),
        bytesPerSecond: z.number().int().min(1024).nullable(),
        cut: z.boolean(),
      }),
    )
    .output(type<LinkState>()),
  /** Leaves the pair as it was before `insertLink`. */
  removeLink: procedure.input(oneStandby.extend({ agreed: z.boolean() })),
}
