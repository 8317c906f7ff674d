import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Text } from '../../../shared/i18n/text.ts'
import type { CheckId, Verification } from '../../../shared/model/verification.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import type { MonitorServices } from '../monitor/status.ts'
import { observeInstance, openPollSession } from '../monitor/observe-instance.ts'
import type { Observation } from '../monitor/observation.ts'
import { findUpstream, roleOf } from '../monitor/upstream.ts'
import { checkControlState } from './verification/check-control-state.ts'
import { checkProcesses } from './verification/check-processes.ts'
import { checkRefusesWrites } from './verification/check-refuses-writes.ts'
import { checkRowTravels } from './verification/check-row-travels.ts'
import { checkSameSystem } from './verification/check-same-system.ts'
import { checkStreaming } from './verification/check-streaming.ts'
import { failed, type CheckResult, type Pair } from './verification/check.ts'

export interface VerifyOptions {
  readonly signal?: AbortSignal
  /** How long the row may take; default 10 000. */
  readonly rowDeadlineMs?: number
}

const ROW_DEADLINE_MS = 10_000

/**
 * The guides' checks of a standby and what it streams from, each with its evidence. Leaves nothing behind on either.
 *
 * A pair that is down or that cannot be asked fails its checks. Throws `unknown-instance`, `not-a-standby` and `cancelled`.
 */
export async function verifyPair(
  services: MonitorServices,
  standbyName: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const entries = await services.catalogue.list()
  const all = await Promise.all(entries.map((entry) => observeInstance(entry)))
  const standby = all.find(({ entry }) => entry.name === standbyName)
  if (standby === undefined) throw new PgTandemError('unknown-instance', { name: standbyName })
  if (roleOf(standby) === 'primary') throw new PgTandemError('not-a-standby', { name: standbyName })
  const checks: { id: CheckId; ok: boolean; detail: Text }[] = []
  const report = (id: CheckId, { ok, detail }: CheckResult): void => {
    checks.push({ id, ok, detail })
  }
  const pair = pairOf(standby, all)
  const noUpstream = failed({ key: 'verification.no-upstream', params: { standby: standbyName } })
  const check = async (
    id: CheckId,
    run: (found: Pair) => CheckResult | Promise<CheckResult>,
  ): Promise<void> => {
    if (options.signal?.aborted === true) throw new PgTandemError('cancelled')
    report(id, pair === undefined ? noUpstream : await run(pair))
  }
  await check('processes', checkProcesses)
  await check('control-state', checkControlState)
  await check('streaming', checkStreaming)
  await check('row-travels', (found) => travel(found, options))
  report(
    'refuses-writes',
    await withAnswering(standby, (session) => checkRefusesWrites(session, standbyName)),
  )
  await check('same-system-identifier', checkSameSystem)
  return { ok: checks.every(({ ok }) => ok), checks }
}

/** undefined when the way up to the primary leaves what is known here. */
function pairOf(standby: Observation, all: readonly Observation[]): Pair | undefined {
  const upstream = findUpstream(standby, all)
  if (upstream === undefined) return undefined
  const seen = new Set<Observation>()
  let root = upstream
  while (roleOf(root) === 'standby' && !seen.has(root)) {
    seen.add(root)
    root = findUpstream(root, all) ?? root
  }
  return { standby, upstream, root }
}

function travel(pair: Pair, { rowDeadlineMs, signal }: VerifyOptions): Promise<CheckResult> {
  return withAnswering(pair.root, (root) =>
    withAnswering(pair.standby, (standby) =>
      checkRowTravels(pair, { root, standby }, { deadlineMs: rowDeadlineMs ?? ROW_DEADLINE_MS, signal }),
    ),
  )
}

/** Runs a check over a session of its own; a server that does not answer fails it. */
async function withAnswering(
  observation: Observation,
  use: (session: Session) => Promise<CheckResult>,
): Promise<CheckResult> {
  const { entry, target, server } = observation
  const silent = failed({ key: 'verification.not-answering', params: { name: entry.name } })
  if (server === null) return silent
  const session = await openPollSession(target).catch((error: unknown) => {
    if (error instanceof PgTandemError) return undefined
    throw error
  })
  if (session === undefined) return silent
  try {
    return await use(session)
  } finally {
    await session.close().catch(() => undefined)
  }
}
