import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { runInitdb } from '../../electron/postgres/programs/initdb.ts'
import { findFreePort } from '../../electron/system/platform/ports.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/wait-until.ts'
import { assertVerified } from './helpers/assert-verified.ts'
import { canNameIn } from './helpers/can-name-in.ts'
import { serverPrograms } from './helpers/programs.ts'
import { runScript } from './helpers/run-script.ts'

const timeout = 90_000
const chinese = '教程'

/** Guide 003 as a person follows it with this program: its steps, names and values, in its order. */
export const guideTests = (): Promise<void> =>
  describe(
    'guide 003, one machine with a master and a hot standby',
    { concurrency: 1, timeout: 5 * timeout },
    () => {
      let core: TestCore
      let root = ''
      let archive = ''
      let masterPort = 0
      let slavePort = 0

      const data = () => path.join(root, 'data')
      const slaveData = () => path.join(root, 'data-slave1')
      const sql = async (name: string, text: string, database = 'postgres') =>
        (await core.sql(name, { sql: text, database })).rows
      const names = async (name: string) =>
        (await sql(name, 'select name from test order by id', 'learning')).map(([text]) => text)

      before(async () => {
        core = await createTestCore([serverPrograms])
        const name = (await canNameIn(chinese)) ? `PostgreSQL ${chinese} 003 ` : 'PostgreSQL of guide 003 '
        root = await mkdtemp(path.join(os.tmpdir(), name))
        masterPort = await findFreePort(5432)
        slavePort = await findFreePort(5431, { except: [masterPort] })
        // Apart: a server hands commands on as the bytes of its configuration file, and cmd.exe takes those for ANSI.
        archive = await mkdtemp(path.join(os.tmpdir(), 'archive of guide 003 '))
        await runInitdb({
          binDir: serverPrograms,
          major: 15,
          dataDir: data(),
          user: 'postgres',
          auth: 'trust',
          locale: 'C',
          encoding: 'UTF8',
          checksums: false,
          noSync: true,
        })
        await core.perform('adopt', { name: 'master', dataDir: data(), binDir: serverPrograms })
        await core.perform('config', { name: 'master', settings: { port: String(masterPort), fsync: 'off' } })
        await core.perform('start', { name: 'master' })
        await sql('master', 'create database learning')
        await sql('master', 'create table test (id serial primary key, name text)', 'learning')
        await sql('master', `insert into test (name) values ('mophee'), ('itrunc')`, 'learning')
      })
      after(async () => {
        await core.clear()
        for (const folder of [root, archive])
          await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
      })

      test('all stands in a folder with a Chinese name', { timeout }, async (t) => {
        if (!(await canNameIn(chinese))) return t.skip('the ANSI code page of this Windows has no Chinese')
        assert.match((await core.statusOf('master')).dataDir, new RegExp(chinese))
      })

      test('master 1: a user for streaming replication', { timeout }, async () => {
        await sql(
          'master',
          `create user repuser replication login connection limit 3 encrypted password 'repuser'`,
        )
        const [row] = await sql(
          'master',
          `select rolreplication, rolcanlogin, rolconnlimit from pg_roles where rolname = 'repuser'`,
        )
        assert.deepEqual(row, ['t', 't', '3'])
      })

      test('master 2: its line in pg_hba.conf', { timeout }, async () => {
        const rule = {
          type: 'host',
          database: 'replication',
          user: 'repuser',
          address: '127.0.0.1/32',
          method: 'md5',
        }
        await core.perform('hba', { name: 'master', rule })
        const [row] = await sql(
          'master',
          `select address, auth_method, error from pg_hba_file_rules where user_name = '{repuser}'`,
        )
        assert.deepEqual(row, ['127.0.0.1', 'md5', null])
      })

      test('master 3 and 4: postgresql.conf, and the start', { timeout }, async () => {
        const folder = archive.replaceAll('\\', '/')
        const settings = {
          wal_level: 'hot_standby',
          max_wal_senders: '4',
          archive_mode: 'on',
          archive_command: `copy "%p" "${folder}/%f"`,
          hot_standby: 'on',
        }
        const old = await core.plan('config', {
          name: 'master',
          settings: { ...settings, wal_keep_segments: '64' },
        })
        assert.equal(old.kind === 'refused' ? old.code : old.kind, 'unknown-setting')
        await core.perform('config', { name: 'master', settings: { ...settings, wal_keep_size: '1GB' } })
        await core.perform('restart', { name: 'master' })
        assert.equal(await core.ask('master', 'show archive_command'), settings.archive_command)
        assert.equal(await core.ask('master', 'show max_wal_senders'), '4')
      })

      test(
        'the backup: data is copied to data-slave1, and the slave is started',
        { timeout: 2 * timeout },
        async () => {
          await core.perform('clone', {
            source: 'master',
            name: 'slave1',
            dataDir: slaveData(),
            port: slavePort,
            method: 'copy',
          })
          assert.equal(existsSync(path.join(slaveData(), 'standby.signal')), true)
          assert.equal(await core.ask('slave1', 'show port'), String(slavePort))
          assert.equal(await core.ask('slave1', 'show hot_standby'), 'on')
          await waitUntil('a segment is archived', async () => (await readdir(archive)).length > 0)
          assert.equal(await core.ask('master', 'select failed_count from pg_stat_archiver'), '0')
        },
      )

      test(
        'slave 3 and 4: what its recovery.conf says, in the words of 15',
        { timeout: 2 * timeout },
        async () => {
          const text = [
            'standby_mode = on',
            `trigger_file = '${data().replaceAll('\\', '/')}/postgresql.trigger.${masterPort}'`,
            `primary_conninfo = 'host=localhost port=${masterPort} user=repuser password=repuser keepalives_idle=60'`,
          ].join('\n')
          const converted = await core.convertRecovery('slave1', text)
          assert.deepEqual(
            converted.problems.map(({ text: { key } }) => key),
            ['conversion.timeline-now-latest'],
          )
          assert.deepEqual(converted.credentials, { user: 'repuser', password: 'repuser' })
          await core.storePassword('slave1', 'repuser', 'repuser')
          await core.perform('recovery', { name: 'slave1', settings: converted.settings })
          await core.perform('restart', { name: 'slave1' })
          await assertVerified(core, 'slave1', 30_000)
          assert.equal(await core.ask('master', 'select usename from pg_stat_replication'), 'repuser')
          assert.match((await core.ask('slave1', 'show primary_conninfo')) ?? '', /keepalives_idle=60/)
          assert.equal(
            await core.ask('slave1', 'show promote_trigger_file'),
            `${data().replaceAll('\\', '/')}/postgresql.trigger.${masterPort}`,
          )
        },
      )

      test('two trees of processes run', { timeout }, async () => {
        await assertVerified(core, 'slave1')
        const [master, slave] = await Promise.all(
          ['master', 'slave1'].map((name) => core.readProcesses(name)),
        )
        const roles = (found: typeof master) => (found ?? []).map(({ role }) => role)
        assert.equal(roles(master)[0], 'postmaster')
        assert.equal(roles(slave)[0], 'postmaster')
        assert.equal(roles(master).includes('wal-sender'), true, `${roles(master).join()} has a wal-sender`)
        assert.equal(roles(slave).includes('wal-receiver'), true, `${roles(slave).join()} has a wal-receiver`)
      })

      test('check 1: the slave is read, and refuses to be written to', { timeout }, async () => {
        assert.deepEqual(await names('slave1'), ['mophee', 'itrunc'])
        await assert.rejects(
          sql('slave1', `insert into test (name) values ('itrunc.com')`, 'learning'),
          /cannot execute INSERT in a read-only transaction/,
        )
      })

      test('check 2: the master is written to', { timeout }, async () => {
        await sql('master', `insert into test (name) values ('itrunc.com')`, 'learning')
        assert.deepEqual(await names('master'), ['mophee', 'itrunc', 'itrunc.com'])
      })

      test('check 3: the slave has the row, at once', { timeout }, async () => {
        await core.waitUntilCaughtUp('slave1', 'master')
        assert.deepEqual(await names('slave1'), ['mophee', 'itrunc', 'itrunc.com'])
      })

      test(
        'appendix: four scripts start and stop both, run by cmd.exe',
        { timeout: 2 * timeout },
        async () => {
          const out = path.join(root, 'start and stop')
          await core.perform('script', { names: ['master', 'slave1'], shell: 'cmd', out })
          const stateOf = async (name: string) => (await core.statusOf(name)).state
          for (const name of ['slave1', 'master']) {
            assert.deepEqual(await runScript(path.join(out, `stop-${name}.cmd`)), {
              exitCode: 0,
              says: `${name} has stopped.`,
            })
            assert.equal(await stateOf(name), 'stopped')
            assert.deepEqual(await runScript(path.join(out, `stop-${name}.cmd`)), {
              exitCode: 0,
              says: `${name} is not running.`,
            })
          }
          for (const name of ['master', 'slave1']) {
            const { exitCode, says } = await runScript(path.join(out, `start-${name}.cmd`))
            assert.equal(exitCode, 0)
            assert.match(says, new RegExp(`^${name} accepts connections on port \\d+`))
            assert.equal(await stateOf(name), 'running')
          }
          await assertVerified(core, 'slave1', 30_000)
          await rename(out, `${out}, moved`)
        },
      )
    },
  )
