import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { findFreePort } from '../../electron/system/platform/ports.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/wait-until.ts'
import { assertVerified } from './helpers/assert-verified.ts'
import { serverPrograms } from './helpers/programs.ts'

const timeout = 90_000

export const pairTests = (): Promise<void> =>
  describe('the life of a pair', { concurrency: 1, timeout: 5 * timeout }, () => {
    let core: TestCore
    let port = 0

    before(async () => {
      core = await createTestCore([serverPrograms])
      port = await findFreePort(25_400)
    })
    after(() => core.clear())

    const insert = () =>
      core.ask('alpha', 'insert into load select g, md5(g::text) from generate_series(1, 50) g')
    const totals = (name: string) => core.ask(name, `select count(*) || ' ' || max(t) from load`)

    test('a primary is made, and runs with the programs that were named', { timeout }, async () => {
      await core.perform('create', { name: 'alpha', port, pg: serverPrograms, settings: quickSettings })
      const status = await core.statusOf('alpha')
      assert.deepEqual([status.state, status.role, status.port], ['running', 'primary', port])
      assert.match((await core.ask('alpha', 'select version()')) ?? '', /^PostgreSQL 15\.\d+/)
    })

    test('it is cloned by copying files that it goes on writing to', { timeout }, async () => {
      await core.ask('alpha', 'create table load (n int, t text)')
      await insert()
      const cloned = new AbortController()
      const load = (async () => {
        while (!cloned.signal.aborted) await insert()
      })()
      await core
        .perform('clone', { source: 'alpha', name: 'beta', port: port + 1, method: 'copy' })
        .finally(() => cloned.abort())
      await load
      await core.waitUntilCaughtUp('beta', 'alpha')
      assert.equal(await totals('beta'), await totals('alpha'))
      await assertVerified(core, 'beta')
      // A server of 15 takes no line end but LF in it.
      const label = path.join((await core.statusOf('beta')).dataDir, 'backup_label.old')
      assert.match(await readFile(label, 'latin1'), /^START WAL LOCATION: [^\r]+\n$/)
    })

    test('commits wait for it, and no longer', { timeout }, async () => {
      const syncState = async () => (await core.statusOf('beta')).syncState
      await core.perform('synchronous', { standby: 'beta', on: true })
      await waitUntil('beta is synchronous', async () => (await syncState()) === 'sync')
      await insert()
      await core.perform('synchronous', { standby: 'beta', on: false })
      await waitUntil('beta is asynchronous', async () => (await syncState()) === 'async')
    })

    test('both stop, and start again as a pair', { timeout }, async () => {
      for (const name of await core.namesFor('stop')) await core.perform('stop', { name })
      const stopped = await core.status()
      assert.deepEqual(
        stopped.map(({ state, pid }) => [state, pid]),
        [
          ['stopped', null],
          ['stopped', null],
        ],
      )
      for (const name of await core.namesFor('start')) await core.perform('start', { name })
      await assertVerified(core, 'beta', 30_000)
    })

    test('the standby is not promoted while its primary answers', { timeout }, async () => {
      const planned = await core.plan('promote', { name: 'beta' })
      assert.equal(planned.kind === 'refused' ? planned.code : planned.kind, 'primary-may-answer')
    })

    for (const { by, from, to, makes } of [
      { by: 'sql', from: 'alpha', to: 'beta', makes: 'gamma' },
      { by: 'pg_ctl', from: 'beta', to: 'gamma', makes: null },
    ])
      test(`a standby is promoted by ${by}, and takes writes`, { timeout: 2 * timeout }, async () => {
        await core.perform('stop', { name: from })
        await core.perform('promote', { name: to, by })
        await core.ask(to, `insert into load values (0, 'after ${by}')`)
        const { state, role, upstream } = await core.statusOf(to)
        assert.deepEqual([state, role, upstream], ['running', 'primary', null])
        if (makes !== null) await core.perform('clone', { source: to, name: makes, port: port + 2 })
      })

    test(
      'all are removed with their data, one of them after it was forgotten and adopted',
      { timeout },
      async () => {
        const { dataDir, systemIdentifier } = await core.statusOf('gamma')
        await core.perform('stop', { name: 'gamma' })
        await core.perform('remove', { name: 'gamma' })
        assert.equal(existsSync(dataDir), true)
        await core.perform('adopt', { name: 'again', dataDir, binDir: serverPrograms })
        assert.equal((await core.statusOf('again')).systemIdentifier, systemIdentifier)
        for (const name of ['alpha', 'beta', 'again']) {
          const { dataDir: folder } = await core.statusOf(name)
          await core.perform('remove', { name, deleteData: true })
          assert.equal(existsSync(folder), false, folder)
        }
        assert.deepEqual(await core.status(), [])
      },
    )
  })
