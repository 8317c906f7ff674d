import { existsSync } from 'node:fs'
import { access, lstat, mkdir, readFile, readlink, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { HELD_LABEL } from '../../electron/postgres/backup/backup-label.ts'
import { completeCopy } from '../../electron/postgres/backup/complete-copy.ts'
import { BACKUP_APPLICATION_NAME, takeCopyBackup } from '../../electron/postgres/backup/copy-backup.ts'
import { takeBasebackup } from '../../electron/postgres/backup/pg-basebackup.ts'
import { readDataSize } from '../../electron/postgres/backup/size.ts'
import { readSharedTablespaces, readTablespaces } from '../../electron/postgres/backup/tablespaces.ts'
import { openSession, withSession } from '../../electron/postgres/connection/connect.ts'
import {
  addSettings,
  initTestServer,
  makeTestFolder,
  program,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const FIRST_PORT = 24_300
const WRITERS = 3

const query = (target: InstanceTarget, sql: string) =>
  withSession(target, {}, (session) => session.query(sql))

const waitFor = async (what: string, holds: () => Promise<boolean>, deadlineMs = 60_000) => {
  const deadline = Date.now() + deadlineMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`)
    await sleep(50)
  }
}

/** Several sessions insert at full speed while another makes, fills, vacuums and drops tables; ends when told. */
const startLoad = (target: InstanceTarget) => {
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
  return {
    rows: () => rows,
    end: async () => {
      ended.abort()
      await Promise.all([...writers, churn])
    },
  }
}

const totals = async (target: InstanceTarget) => {
  const [row] = await query(
    target,
    `select (select count(*) from load) as count, (select sum(d) from load) as sum,
       (select sum(hashtext(w::text || a || d)) from load) as hash,
       (select string_agg(relname, ',' order by relname) from pg_class where relname like 'churn%') as tables`,
  )
  return row
}

/** What the later steps of a clone do, by hand: signal file, settings, slot; then the label, and start. */
const startAsStandby = async (partial: InstanceTarget, final: InstanceTarget, upstream: InstanceTarget) => {
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

const waitUntilReplayed = async (standby: InstanceTarget, primary: InstanceTarget) => {
  const [row] = await query(primary, 'select pg_current_wal_lsn()::text as lsn')
  const lsn = row?.['lsn'] ?? ''
  await waitFor('replay', async () => {
    const [at] = await query(standby, `select pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn as done`)
    return at?.['done'] === 't'
  })
}

describe.each(testInstallations)('base backups of PostgreSQL $major', ({ major, binDir }) => {
  const basebackup = program(binDir, 'pg_basebackup')
  const port = FIRST_PORT + major
  let [folder, clear] = ['', async () => undefined as unknown]
  let [primary, standby, cascade] = [] as unknown as [InstanceTarget, InstanceTarget, InstanceTarget]
  const started: InstanceTarget[] = []
  const target = (name: string, offset: number) =>
    testTarget(folder, name, { major, binDir, port: port + offset })
  const claim = async (name: string, offset: number) => {
    const final = target(name, offset)
    const partial = { ...final, dataDir: `${final.dataDir}.partial` }
    await mkdir(partial.dataDir, { mode: 0o700 })
    return { final, partial }
  }
  const copy = (source: InstanceTarget, targetDir: string, more: object = {}) =>
    takeCopyBackup({
      source,
      sourceDataDir: source.dataDir,
      targetDir,
      major,
      tablespaces: [],
      label: 'pgtandem test',
      ...more,
    })

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    primary = target('primary', 0)
    await initTestServer(primary, {
      max_wal_senders: '10',
      max_replication_slots: '10',
      wal_keep_size: '512MB',
    })
    started.push(primary)
    await startTestServer(primary)
    await query(primary, 'create table load (w int, a int, t text, d bigint)')
    await query(primary, `insert into load select 9, g, repeat('z', 800), g from generate_series(1, 60000) g`)
  })
  afterAll(async () => {
    for (const server of started.toReversed()) await stopTestServer(server, 'immediate')
    await clear()
  })

  test('a copy taken under load is a complete standby', async () => {
    const { final, partial } = await claim('standby', 20)
    const load = startLoad(primary)
    await waitFor('load', async () => load.rows() > 500)
    const before = load.rows()
    const progress: number[] = []
    const backup = await copy(primary, partial.dataDir, {
      onProgress: ({ bytesDone }: { bytesDone: number }) => progress.push(bytesDone),
    })
    expect(load.rows()).toBeGreaterThan(before)
    expect(existsSync(path.join(partial.dataDir, 'backup_label'))).toBe(false)
    expect(await readFile(path.join(partial.dataDir, HELD_LABEL), 'utf8')).toBe(backup.labelText)
    expect(backup.labelText).toContain('LABEL: pgtandem test\n')
    expect(backup).toMatchObject({ timeline: 1, stopLsn: expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/) })
    expect(progress.at(-1)).toBeGreaterThan(50_000_000)
    expect((await stat(path.join(partial.dataDir, 'PG_VERSION'))).mode & 0o777).toBe(0o600)
    for (const absent of ['postmaster.pid', 'postmaster.opts', 'backup_manifest'])
      expect(existsSync(path.join(partial.dataDir, absent))).toBe(false)

    started.push(final)
    standby = final
    await startAsStandby(partial, final, primary)
    await load.end()
    await waitUntilReplayed(standby, primary)
    expect(await totals(standby)).toEqual(await totals(primary))
    const [role] = await query(standby, 'select pg_is_in_recovery() as standby')
    expect(role).toEqual({ standby: 't' })
  })

  test('a copy taken from the standby is a complete standby of it', async () => {
    const { final, partial } = await claim('cascade', 40)
    const load = startLoad(primary)
    const backup = await copy(standby, partial.dataDir)
    expect(backup.labelText).toContain('BACKUP FROM: standby\n')
    started.push(final)
    cascade = final
    await startAsStandby(partial, final, standby)
    await load.end()
    await waitUntilReplayed(cascade, primary)
    expect(await totals(cascade)).toEqual(await totals(primary))
  })

  test('the estimate of what will be copied is near what is copied', async () => {
    const { partial } = await claim('estimate', 41)
    await query(primary, 'checkpoint')
    const { bytes, files } = await readDataSize(primary.dataDir, major)
    const backup = await copy(primary, partial.dataDir)
    expect(Math.abs(backup.bytes - bytes) / bytes).toBeLessThan(0.05)
    expect(Math.abs(backup.files - files)).toBeLessThan(20)
  })

  test('an abort in the middle leaves no backup running and no session', async () => {
    const { partial } = await claim('aborted', 42)
    const abort = new AbortController()
    const taking = copy(primary, partial.dataDir, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' })
    const ours = `select 1 from pg_stat_activity where application_name = '${BACKUP_APPLICATION_NAME}'`
    await waitFor('session gone', async () => (await query(primary, ours)).length === 0, 5_000)
    expect(existsSync(path.join(partial.dataDir, HELD_LABEL))).toBe(false)
    await expect(completeCopy(partial.dataDir, target('aborted', 42).dataDir)).rejects.toMatchObject({
      code: 'backup-incomplete',
    })
  })

  test('a backup whose session is ended by the server fails as such', async () => {
    const { partial } = await claim('lost', 43)
    let ended: Promise<unknown> | undefined
    const taking = copy(primary, partial.dataDir, {
      onProgress: () => {
        ended ??= query(
          primary,
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${BACKUP_APPLICATION_NAME}'`,
        )
      },
    })
    await expect(taking).rejects.toMatchObject({ code: 'connection-lost' })
    await ended
  })

  test('tablespaces get folders of their own, and shared ones are found', async () => {
    const from = path.join(folder, 'space one')
    const to = path.join(folder, 'space two\\copy')
    await mkdir(from, { mode: 0o700 })
    await withSession(primary, {}, async (session) => {
      await session.query(`create tablespace elsewhere location '${from}'`)
      await session.query(
        'create table placed tablespace elsewhere as select g from generate_series(1, 1000) g',
      )
    })
    // Both standbys replayed that into the very same folder: facts, A5.
    await waitUntilReplayed(standby, primary)
    const shared = await readSharedTablespaces([primary.dataDir, standby.dataDir])
    expect(shared.map((tablespace) => tablespace.realPath)).toEqual([from])
    await stopTestServer(cascade)
    await stopTestServer(standby)

    const [tablespace] = await readTablespaces(primary.dataDir)
    const oid = tablespace?.oid ?? 0
    const { final, partial } = await claim('mapped', 44)
    await expect(copy(primary, partial.dataDir)).rejects.toMatchObject({ code: 'tablespace-unmapped' })
    await copy(primary, partial.dataDir, { tablespaces: [{ oid, from, to }] })
    started.push(final)
    await startAsStandby(partial, final, primary)
    await waitUntilReplayed(final, primary)
    expect(await readlink(path.join(final.dataDir, 'pg_tblspc', String(oid)))).toBe(to)
    expect(await query(final, 'select count(*) as n from placed')).toEqual([{ n: '1000' }])
    expect(await readSharedTablespaces([primary.dataDir, final.dataDir])).toEqual([])
    await stopTestServer(final)
  })

  test('completing may be repeated after a kill at any point', async () => {
    const { final, partial } = await claim('resumed', 45)
    const [tablespace] = await readTablespaces(primary.dataDir)
    await copy(primary, partial.dataDir, {
      tablespaces: [
        { oid: tablespace?.oid ?? 0, from: tablespace?.location ?? '', to: path.join(folder, 'space three') },
      ],
    })
    await rename(path.join(partial.dataDir, HELD_LABEL), path.join(partial.dataDir, 'backup_label'))
    await completeCopy(partial.dataDir, final.dataDir)
    await completeCopy(partial.dataDir, final.dataDir)
    await access(path.join(final.dataDir, 'backup_label'))
    await mkdir(partial.dataDir)
    await expect(completeCopy(partial.dataDir, final.dataDir)).rejects.toMatchObject({
      code: 'final-directory-taken',
    })
  })

  test('pg_basebackup gives the same result', async (context) => {
    context.skip(!existsSync(basebackup), 'this installation has no pg_basebackup')
    const { final, partial } = await claim('streamed', 46)
    const [tablespace] = await readTablespaces(primary.dataDir)
    const to = path.join(folder, 'space=four')
    await query(primary, `select pg_create_physical_replication_slot('for_basebackup', true)`)
    const progress: number[] = []
    const pids: number[] = []
    const backup = await takeBasebackup({
      source: primary,
      program: basebackup,
      targetDir: partial.dataDir,
      label: 'pgtandem test',
      slot: 'for_basebackup',
      tablespaces: [{ oid: tablespace?.oid ?? 0, from: tablespace?.location ?? '', to }],
      onProgress: ({ bytesDone }) => progress.push(bytesDone),
      onSpawn: ({ pid }) => void pids.push(pid),
    })
    expect(backup).toMatchObject({ timeline: 1, stopLsn: expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/) })
    expect(progress.at(-1)).toBeGreaterThan(50_000_000)
    expect(pids).toHaveLength(1)
    expect(existsSync(path.join(partial.dataDir, 'backup_label'))).toBe(false)
    expect(existsSync(path.join(partial.dataDir, 'backup_manifest'))).toBe(false)
    expect(
      (await lstat(path.join(partial.dataDir, 'pg_tblspc', String(tablespace?.oid)))).isSymbolicLink(),
    ).toBe(true)
    started.push(final)
    await startAsStandby(partial, final, primary)
    await waitUntilReplayed(final, primary)
    expect(await totals(final)).toEqual(await totals(primary))
  })

  test('an aborted pg_basebackup is gone with its child', async (context) => {
    context.skip(!existsSync(basebackup), 'this installation has no pg_basebackup')
    const { partial } = await claim('slow', 47)
    const abort = new AbortController()
    const [tablespace] = await readTablespaces(primary.dataDir)
    const taking = takeBasebackup({
      source: primary,
      program: basebackup,
      targetDir: partial.dataDir,
      label: 'slow',
      maxRateKb: 1024,
      tablespaces: [
        { oid: tablespace?.oid ?? 0, from: tablespace?.location ?? '', to: path.join(folder, 'space five') },
      ],
      onSpawn: () => void setTimeout(() => abort.abort(), 1_500),
      signal: abort.signal,
    })
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' })
    const senders = `select 1 from pg_stat_replication where application_name like 'pg_basebackup%'`
    await waitFor('walsender gone', async () => (await query(primary, senders)).length === 0, 10_000)
  })

  test('a version before 9.6 is refused', async () => {
    const old = { ...primary, major: 9.5 }
    const taking = takeCopyBackup({
      source: old,
      sourceDataDir: old.dataDir,
      targetDir: folder,
      major: 9.5,
      tablespaces: [],
      label: 'x',
    })
    await expect(taking).rejects.toMatchObject({ code: 'copy-backup-too-old' })
    const session = await openSession(primary)
    await session.close()
  })
})
