import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { InstanceFacts } from '../../../shared/model/readings.ts'
import { readDataSize } from '../../postgres/backup/size.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import { foreignClients } from '../../postgres/facts/server-facts/query.ts'
import type { Installation } from '../../postgres/installations/installation.ts'
import { observeState } from '../instances/observe-state.ts'
import { readControl, readLivePostmaster } from '../instances/read-instance-files.ts'
import { targetOf } from '../instances/target.ts'
import { openPollSession } from '../monitor/observe-instance.ts'

/**
 * What is too dear for a poll. Of a server that runs it tells itself; else its files do, and its size is what a base backup
 * of it would copy. Never throws for what an instance does: what cannot be had is null.
 */
export async function readFacts(
  entry: CatalogueEntry,
  installations: readonly Installation[],
): Promise<InstanceFacts> {
  const observed = await observeState(entry)
  const target = targetOf(entry, observed)
  const asked = observed.state === 'stopped' || observed.state === 'missing' ? null : await ask(target)
  const [control, postmaster] = await Promise.all([
    readControl(entry.dataDir),
    readLivePostmaster(entry.dataDir),
  ])
  const isDown = postmaster === null && observed.major !== null
  return {
    sizeBytes: asked?.sizeBytes ?? (isDown ? await readSize(target) : null),
    startedAt: asked?.startedAt ?? postmaster?.startedAt.toISOString() ?? null,
    connections: asked?.connections ?? null,
    dataChecksums: asked?.dataChecksums ?? control?.checksums ?? null,
    hbaFile: asked?.hbaFile ?? target.hbaFile,
    passfile: target.passfile,
    tools: installations.find(({ binDir }) => binDir === target.binDir)?.tools ?? [],
  }
}

const readSize = (target: InstanceTarget): Promise<number | null> =>
  readDataSize(target.dataDir, target.major).then(
    ({ bytes }) => bytes,
    () => null,
  )

type Asked = Pick<InstanceFacts, 'sizeBytes' | 'startedAt' | 'connections' | 'dataChecksums'> & {
  readonly hbaFile: string | null
}

/** Null when the server lets nobody in. */
async function ask(target: InstanceTarget): Promise<Asked | null> {
  const session = await openPollSession(target).catch((error: unknown) => {
    if (error instanceof PgTandemError) return null
    throw error
  })
  if (session === null) return null
  try {
    const one = (sql: string): Promise<string | null> => firstValue(session, sql)
    const size = await one(
      'select sum(pg_catalog.pg_database_size(oid)) as value from pg_catalog.pg_database',
    )
    const connections = await one(`select ${foreignClients(target.major)} as value`)
    const checksums = await one(`select pg_catalog.current_setting('data_checksums') as value`)
    return {
      sizeBytes: numberOrNull(size),
      connections: numberOrNull(connections),
      dataChecksums: checksums === null ? null : checksums === 'on',
      startedAt: await one(
        `select pg_catalog.to_char(pg_catalog.pg_postmaster_start_time() at time zone 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as value`,
      ),
      hbaFile: await one(`select pg_catalog.current_setting('hba_file') as value`),
    }
  } finally {
    await session.close().catch(() => undefined)
  }
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

/** Null where this role may not ask, and where a size takes longer than a poll may. */
async function firstValue(session: Session, sql: string): Promise<string | null> {
  try {
    const [row] = await session.query(sql)
    return row?.['value'] ?? null
  } catch (error) {
    if (error instanceof PgTandemError) return null
    throw error
  }
}
