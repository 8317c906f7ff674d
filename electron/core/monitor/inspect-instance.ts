import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import { canListen } from '../../system/platform/ports.ts'
import type { Details } from '../diagnosis/build-subject.ts'
import { readFileState } from '../diagnosis/read-file-state.ts'
import { readServerDetail, type ServerDetail } from '../diagnosis/read-server-state.ts'
import { readLog } from '../readings/logs.ts'
import { observeInstance, type ObserveInstanceOptions } from './observe-instance.ts'
import type { Observation } from './observation.ts'
import { roleOf } from './upstream.ts'

const LOG_LINES = 200

/** An instance as one poll saw it, with what the diagnosis wants besides. */
export interface Inspection {
  readonly observation: Observation
  readonly details: Details
}

/** Looks at one instance in full: status, settings, files, and its log where something is wrong. Never throws for what an instance does. */
export async function inspectInstance(
  entry: CatalogueEntry,
  options: Omit<ObserveInstanceOptions, 'fast'> = {},
): Promise<Inspection> {
  let session: Session | undefined = options.session
  const observation = await observeInstance(entry, {
    ...options,
    session,
    onSession: (opened) => (session = opened),
  })
  const [server, files, relayGone, log] = await Promise.all([
    readDetail(observation, session),
    readFileState(observation),
    isRelayGone(entry),
    readWorryingLog(observation),
  ])
  if (session !== undefined && session !== options.session) {
    if (options.onSession === undefined) await session.close().catch(() => undefined)
    else options.onSession(session)
  }
  return { observation, details: { server, files, relayGone, log } }
}

/** Binding the port asks whether it is there without connecting to it. */
const isRelayGone = async ({ link }: CatalogueEntry): Promise<boolean> =>
  link !== null && (await canListen(link.port, '127.0.0.1'))

/** Null also when the server went away meanwhile: the next poll sees that. */
async function readDetail(
  { server, target }: Observation,
  session: Session | undefined,
): Promise<ServerDetail | null> {
  if (server === null || session === undefined) return null
  return readServerDetail(session, target.major).catch(() => null)
}

async function readWorryingLog(observation: Observation): Promise<readonly string[]> {
  const { server, entry } = observation
  const worrying =
    roleOf(observation) === 'standby' && server !== null && server.walReceiver?.status !== 'streaming'
  if (!worrying) return []
  return readLog(entry, LOG_LINES).then(
    ({ lines }) => lines,
    () => [],
  )
}
