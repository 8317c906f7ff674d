import { cp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogueEntry } from '../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import { addSettings, initTestServer, startTestServer, testTarget } from './test-server.ts'
import { waitUntil } from './wait-until.ts'

export { waitUntil }

/** The catalogue's line for a server of a test. */
export const testEntry = (target: InstanceTarget, upstream: string | null): CatalogueEntry => ({
  name: target.name,
  dataDir: target.dataDir,
  binDir: target.binDir,
  configFile: null,
  host: target.host,
  port: null,
  user: target.user,
  passfile: target.passfile,
  logFile: target.logFile,
  upstream,
  slot: upstream === null ? null : `slot_${target.name}`,
  applicationName: target.name,
  replicationRole: 'postgres',
  origin: 'made',
  supersededBy: null,
  link: null,
  trusted: true,
})

/** pg_ctl calls a standby ready before it has connected. */
const isStreaming = async (primary: InstanceTarget): Promise<boolean> => {
  const sent = await withSession(primary, {}, (session) =>
    session.query(`select 1 from pg_stat_replication where state = 'streaming'`),
  )
  return sent.length > 0
}

/** A running primary with a standby that streams, made by hand: a cold copy, standby.signal, a slot (12 and newer). */
export const makeTestPair = async (
  folder: string,
  server: { readonly major: number; readonly binDir: string; readonly port: number },
): Promise<{ readonly primary: InstanceTarget; readonly standby: InstanceTarget }> => {
  const primary = testTarget(folder, 'alpha', server)
  const standby = testTarget(folder, 'beta', { ...server, port: server.port + 1 })
  await initTestServer(primary, { wal_receiver_status_interval: '1s', wal_retrieve_retry_interval: '200ms' })
  await cp(primary.dataDir, standby.dataDir, { recursive: true, preserveTimestamps: true })
  await writeFile(path.join(standby.dataDir, 'standby.signal'), '')
  const conninfo = `host=127.0.0.1 port=${primary.port} user=postgres passfile='${String(primary.passfile)}' application_name=beta`
  await addSettings(standby, {
    port: String(standby.port),
    primary_conninfo: conninfo,
    primary_slot_name: 'slot_beta',
  })
  await startTestServer(primary)
  await withSession(primary, {}, (session) =>
    session.query(`select pg_create_physical_replication_slot('slot_beta')`),
  )
  await startTestServer(standby)
  await waitUntil('beta streams', () => isStreaming(primary))
  return { primary, standby }
}
