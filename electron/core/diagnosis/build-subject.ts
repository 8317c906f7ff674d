import type { BareStatus } from '../monitor/build-status.ts'
import type { Observation } from '../monitor/observation.ts'
import { linesSinceFreshStart } from './log-tail.ts'
import type { ServerDetail } from './read-server-state.ts'
import type { FileState, Subject } from './subject.ts'

/** What was read of an instance besides its status. */
export interface Details {
  readonly server: ServerDetail | null
  readonly files: FileState
  readonly relayGone: boolean
  /** The newest lines of its log. */
  readonly log: readonly string[]
}

/** One instance as the rules see it. */
export function buildSubject(observation: Observation, status: BareStatus, details: Details): Subject {
  const { server, entry, unreachable } = observation
  return {
    status,
    entry,
    server:
      server === null || details.server === null
        ? null
        : {
            ...details.server,
            replayPaused: server.replayPaused ?? false,
            slots: server.slots.map(({ slotName, active, walStatus, retainedBytes }) => ({
              name: slotName,
              active,
              walStatus,
              retainedBytes,
            })),
          },
    files: details.files,
    relayGone: details.relayGone,
    logTail: linesSinceFreshStart(details.log),
    unreachableBecause: unreachable?.code ?? null,
  }
}
