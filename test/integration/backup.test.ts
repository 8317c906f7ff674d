import { existsSync } from 'node:fs'
import { access, mkdir, readFile, readlink, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { HELD_LABEL } from '../../electron/postgres/backup/backup-label.ts'
import { completeCopy } from '../../electron/postgres/backup/complete-copy.ts'
import { BACKUP_APPLICATION_NAME, takeCopyBackup } from '../../electron/postgres/backup/copy-backup.ts'
import { readDataSize } from '../../electron/postgres/backup/size.ts'
import { readSharedTablespaces, readTablespaces } from '../../electron/postgres/backup/tablespaces.ts'
import { openSession, withSession } from '../../electron/postgres/connection/connect.ts'
import {
  type BackupPlace,
  makeBackupPlace,
  query,
  startAsStandby,
  startLoad,
  totals,
  waitUntilReplayed,
} from '../helpers/backup-place.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { stopTestServer, testInstallations } from '../helpers/test-server.ts'

describe.each(testInstallations)('base backups of PostgreSQL $major', ({ major, binDir }) => {
  let place: BackupPlace
  let [primary, standby, cascade] = [] as unknown as [InstanceTarget, InstanceTarget, InstanceTarget]
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
    place = await makeBackupPlace({ major, binDir, port: 24_300 + major })
    ;({ primary } = place)
  })
  afterAll(() => place.clear())

  test('a copy taken under load is a complete standby', async () => {
    const { final, partial } = await place.claim('standby', 20)
    const load = startLoad(primary)
    await waitUntil('rows are written', async () => load.rows() > 500)
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

    place.started.push(final)
    standby = final
    await startAsStandby(partial, final, primary)
    await load.end()
    await waitUntilReplayed(standby, primary)
    expect(await totals(standby)).toEqual(await totals(primary))
    const [role] = await query(standby, 'select pg_is_in_recovery() as standby')
    expect(role).toEqual({ standby: 't' })
  })

  test('a copy taken from the standby is a complete standby of it', async () => {
    const { final, partial } = await place.claim('cascade', 40)
    const load = startLoad(primary)
    const backup = await copy(standby, partial.dataDir)
    expect(backup.labelText).toContain('BACKUP FROM: standby\n')
    place.started.push(final)
    cascade = final
    await startAsStandby(partial, final, standby)
    await load.end()
    await waitUntilReplayed(cascade, primary)
    expect(await totals(cascade)).toEqual(await totals(primary))
  })

  test('the estimate of what will be copied is near what is copied', async () => {
    const { partial } = await place.claim('estimate', 41)
    await query(primary, 'checkpoint')
    const { bytes, files } = await readDataSize(primary.dataDir, major)
    const backup = await copy(primary, partial.dataDir)
    expect(Math.abs(backup.bytes - bytes) / bytes).toBeLessThan(0.05)
    expect(Math.abs(backup.files - files)).toBeLessThan(20)
  })

  test('an abort in the middle leaves no backup running and no session', async () => {
    const { final, partial } = await place.claim('aborted', 42)
    const abort = new AbortController()
    const taking = copy(primary, partial.dataDir, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' })
    const ours = `select 1 from pg_stat_activity where application_name = '${BACKUP_APPLICATION_NAME}'`
    await waitUntil('its session is gone', async () => (await query(primary, ours)).length === 0)
    expect(existsSync(path.join(partial.dataDir, HELD_LABEL))).toBe(false)
    await expect(completeCopy(partial.dataDir, final.dataDir)).rejects.toMatchObject({
      code: 'backup-incomplete',
    })
  })

  test('a backup whose session is ended by the server fails as such', async () => {
    const { partial } = await place.claim('lost', 43)
    const ending = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${BACKUP_APPLICATION_NAME}'`
    await withSession(primary, {}, async (session) => {
      let ended: Promise<unknown> | undefined
      const onProgress = () => {
        ended ??= session.query(ending)
      }
      const taking = copy(primary, partial.dataDir, { onProgress })
      await expect(taking).rejects.toMatchObject({ code: 'connection-lost' })
      await ended
    })
  })

  test('tablespaces get folders of their own, and shared ones are found', async () => {
    const from = path.join(place.folder, 'space one')
    const to = path.join(place.folder, 'space two\\copy')
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
    const { final, partial } = await place.claim('mapped', 44)
    await expect(copy(primary, partial.dataDir)).rejects.toMatchObject({ code: 'tablespace-unmapped' })
    await copy(primary, partial.dataDir, { tablespaces: [{ oid, from, to }] })
    place.started.push(final)
    await startAsStandby(partial, final, primary)
    await waitUntilReplayed(final, primary)
    expect(await readlink(path.join(final.dataDir, 'pg_tblspc', String(oid)))).toBe(to)
    expect(await query(final, 'select count(*) as n from placed')).toEqual([{ n: '1000' }])
    expect(await readSharedTablespaces([primary.dataDir, final.dataDir])).toEqual([])
    await stopTestServer(final)
  })

  test('completing may be repeated after a kill at any point', async () => {
    const { final, partial } = await place.claim('resumed', 45)
    const [tablespace] = await readTablespaces(primary.dataDir)
    await copy(primary, partial.dataDir, {
      tablespaces: [
        {
          oid: tablespace?.oid ?? 0,
          from: tablespace?.location ?? '',
          to: path.join(place.folder, 'space three'),
        },
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

  test('a version before 9.6 is refused', async () => {
    const old = { ...primary, major: 9.5 }
    const taking = takeCopyBackup({
      source: old,
      sourceDataDir: old.dataDir,
      targetDir: place.folder,
      major: 9.5,
      tablespaces: [],
      label: 'x',
    })
    await expect(taking).rejects.toMatchObject({ code: 'copy-backup-too-old' })
    const session = await openSession(primary)
    await session.close()
  })
})
