import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { completeCopy } from '../../electron/postgres/backup/complete-copy.ts'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import { waitUntil } from './test-pair.ts'
import {
  addSettings,
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testTarget,
} from './test-server.ts'

const WRITERS = 3

/** One statement in a session of its own. */
export const query = (target: InstanceTarget, sql: string) =>
  withSession(target, {}, (session) => session.query(sql))

/** Several sessions insert at full speed while another makes, fills, vacuums and drops tables; ends when told. */
export const startLoad = (target: InstanceTarget) => {
  const ended = new AbortController()
  let rows = 0
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    withSession(target, {}, async (session) => {
      while (!ended.signal.aborted) {
        await session.query(
          `insert into load select $1::int, g, repeat('x', 40), g * 3 from generate_series(1, 50) g`,
          [writer],
        )
        rows += 50
      }
    }),
  )
  const churn = withSession(target, {}, async (session) => {
    for (let round = 0; !ended.signal.aborted; round += 1) {
      const name = `churn_${round % 5}`
      await session.query(`drop table if exists ${name}`)
      await session.query(
        `create table ${name} as select g, repeat('y', 300) t from generate_series(1, 5000) g`,
      )
      await session.query(`create index on ${name} (g)`)
      await session.query(`delete from ${name} where g > 100`)
      await session.query(`vacuum ${name}`)
      await session.query(`create unlogged table if not exists unlogged_${round % 3} as select 1 as a`)
      await session.query(`create temp table if not exists temp_${round % 3} as select 1 as a`)
    }
  })
  const all = Promise.all([...writers, churn])
  // A failure is told when it is ended.
  all.catch(() => undefined)
  return {
    rows: () => rows,
    end: async () => {
      ended.abort()
      await all
    },
  }
}

/** What a complete standby has in common with its primary. */
export const totals = async (target: InstanceTarget) => {
  const [row] = await query(
    target,
    `select (select count(*) from load) as count, (select sum(d) from load) as sum,
       (select sum(hashtext(w::text || a || d)) from load) as hash,
       (select string_agg(relname, ',' order by relname) from pg_class where relname like 'churn%') as tables`,
  )
  return row
}

/** What the later steps of a clone do, by hand: signal file, settings, slot; then the label, and start. */
export const startAsStandby = async (
  partial: InstanceTarget,
  final: InstanceTarget,
  upstream: InstanceTarget,
) => {
  const slot = final.name.replaceAll('-', '_')
  await query(upstream, `select pg_create_physical_replication_slot('${slot}', true)`)
  const beside = { ...final, configFile: path.join(partial.dataDir, 'postgresql.conf') }
  await addSettings(beside, {
    port: String(final.port),
    primary_conninfo: `host=127.0.0.1 port=${upstream.port} user=postgres passfile=${upstream.passfile ?? ''} application_name=${slot}`,
    primary_slot_name: slot,
  })
  await writeFile(path.join(partial.dataDir, 'standby.signal'), '')
  await completeCopy(partial.dataDir, final.dataDir)
  await startTestServer(final)
}

/** Until the standby has replayed what the primary has written by now. */
export const waitUntilReplayed = async (standby: InstanceTarget, primary: InstanceTarget) => {
  const [row] = await query(primary, 'select pg_current_wal_lsn()::text as lsn')
  const lsn = row?.['lsn'] ?? ''
  await waitUntil(
    `${standby.name} has replayed ${lsn}`,
    async () => {
      const [at] = await query(standby, `select pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn as done`)
      return at?.['done'] === 't'
    },
    60_000,
  )
}

/** A folder with a running primary of some 60 MB, from which base backups are taken. */
export interface BackupPlace {
  readonly folder: string
  readonly primary: InstanceTarget
  /** Servers that `clear` stops. */
  readonly started: InstanceTarget[]
  /** A target `offset` ports above the primary's, and its claimed, empty `<dir>.partial`. */
  claim(
    name: string,
    offset: number,
  ): Promise<{ readonly final: InstanceTarget; readonly partial: InstanceTarget }>
  clear(): Promise<void>
}

export const makeBackupPlace = async (server: {
  readonly major: number
  readonly binDir: string
  readonly port: number
}): Promise<BackupPlace> => {
  const { folder, clear } = await makeTestFolder()
  const primary = testTarget(folder, 'primary', server)
  const started = [primary]
  await initTestServer(primary, {
    max_wal_senders: '10',
    max_replication_slots: '10',
    wal_keep_size: '512MB',
  })
  await startTestServer(primary)
  await query(primary, 'create table load (w int, a int, t text, d bigint)')
  await query(primary, `insert into load select 9, g, repeat('z', 800), g from generate_series(1, 60000) g`)
  return {
    folder,
    primary,
    started,
    async claim(name, offset) {
      const final = testTarget(folder, name, { ...server, port: server.port + offset })
      const partial = { ...final, dataDir: `${final.dataDir}.partial` }
      await mkdir(partial.dataDir, { mode: 0o700 })
      return { final, partial }
    },
    async clear() {
      for (const target of started.toReversed()) await stopTestServer(target, 'immediate')
      await clear()
    },
  }
}
