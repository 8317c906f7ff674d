import { existsSync } from 'node:fs'
import { lstat, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { takeBasebackup } from '../../electron/postgres/backup/pg-basebackup.ts'
import { readTablespaces } from '../../electron/postgres/backup/tablespaces.ts'
import {
  type BackupPlace,
  makeBackupPlace,
  query,
  startAsStandby,
  totals,
  waitUntilReplayed,
} from '../helpers/backup-place.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { program } from '../helpers/test-server.ts'

const basebackup = program(debianBinDir, 'pg_basebackup')

describe.skipIf(whyNoDebian !== '')(`pg_basebackup${whyNoDebian}`, () => {
  let place: BackupPlace
  let primary: InstanceTarget

  beforeAll(async () => {
    place = await makeBackupPlace({ major: 15, binDir: debianBinDir, port: 24_380 })
    ;({ primary } = place)
    const from = path.join(place.folder, 'space one')
    await mkdir(from, { mode: 0o700 })
    await query(primary, `create tablespace elsewhere location '${from}'`)
  })
  afterAll(() => place.clear())

  test('gives the same result', async () => {
    const { final, partial } = await place.claim('streamed', 1)
    const [tablespace] = await readTablespaces(primary.dataDir)
    const to = path.join(place.folder, 'space=four')
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
    place.started.push(final)
    await startAsStandby(partial, final, primary)
    await waitUntilReplayed(final, primary)
    expect(await totals(final)).toEqual(await totals(primary))
  })

  test('aborted, it is gone with its child', async () => {
    const { partial } = await place.claim('slow', 2)
    const abort = new AbortController()
    const [tablespace] = await readTablespaces(primary.dataDir)
    const taking = takeBasebackup({
      source: primary,
      program: basebackup,
      targetDir: partial.dataDir,
      label: 'slow',
      tablespaces: [
        {
          oid: tablespace?.oid ?? 0,
          from: tablespace?.location ?? '',
          to: path.join(place.folder, 'space five'),
        },
      ],
      onProgress: () => abort.abort(),
      signal: abort.signal,
    })
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' })
    const senders = `select 1 from pg_stat_replication where application_name like 'pg_basebackup%'`
    await waitUntil('its walsenders are gone', async () => (await query(primary, senders)).length === 0)
  })
})
