import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { openSession, withSession } from '../../electron/postgres/connection/connect.ts'
import { endOwnSessions } from '../../electron/postgres/connection/end-own-sessions.ts'
import { quoteLiteral } from '../../electron/postgres/connection/quote.ts'
import { runSql } from '../../electron/postgres/connection/sql-result.ts'
import {
  buildEnsureRole,
  buildRestoreRole,
  readRole,
  type RoleState,
  type RoleWanted,
  type VerifierChange,
} from '../../electron/postgres/credentials/replication-role.ts'
import { scramVerifier } from '../../electron/postgres/credentials/scram.ts'
import {
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const FIRST_PORT = 24_360

type Restored = [role: string, was: RoleState | null, change?: VerifierChange]

describe.each(testInstallations)('sessions with PostgreSQL $major', ({ major, binDir }) => {
  let clear: (() => Promise<void>) | undefined
  let server = {} as unknown as InstanceTarget

  beforeAll(async () => {
    const made = await makeTestFolder()
    clear = made.clear
    server = testTarget(made.folder, 'main', { major, binDir, port: FIRST_PORT + major })
    await initTestServer(server)
    await startTestServer(server)
  })
  afterAll(async () => {
    await stopTestServer(server, 'immediate')
    await clear?.()
  })

  test('variables of the environment change nothing', async () => {
    const before = { ...process.env }
    Object.assign(process.env, {
      PGHOST: 'nowhere.invalid',
      PGPORT: '1',
      PGUSER: 'nobody',
      PGDATABASE: 'nix',
      PGPASSWORD: 'wrong',
      PGOPTIONS: '-c work_mem=77MB',
      PGSSLMODE: 'require',
      PGAPPNAME: 'other',
      PGREPLICATION: 'database',
    })
    try {
      const rows = await withSession(server, {}, (session) =>
        session.query(
          `select current_user as u, current_database() as d, current_setting('application_name') as a,
             current_setting('work_mem') as m, 1::bigint as n, true as b, null as nothing`,
        ),
      )
      expect(rows).toEqual([
        { u: 'postgres', d: 'postgres', a: 'pgtandem', m: '4MB', n: '1', b: 't', nothing: null },
      ])
    } finally {
      process.env = before
    }
  })

  test.each([
    ['wrong-password', {}, { password: 'wrong' }],
    ['wrong-password', { user: 'nobody' }, { password: 'x' }],
    ['password-missing', { passfile: null }, {}],
    ['database-missing', {}, { database: 'nix' }],
    ['server-unreachable', { port: 1 }, {}],
  ])('%s is told apart', async (code, target, options) => {
    await expect(openSession({ ...server, ...target }, options)).rejects.toMatchObject({ code })
  })

  test('SQL gives the last result as text, notices, and the place of an error', async () => {
    await withSession(server, {}, async (session) => {
      const result = await runSql(
        session,
        `do $$ begin raise notice 'heard'; end $$; select 1 as a, '2024-01-02'::date as a, null as c`,
      )
      expect(result).toMatchObject({
        columns: ['a', 'a', 'c'],
        rows: [['1', '2024-01-02', null]],
        rowCount: 1,
      })
      expect(result.notices).toEqual(['NOTICE: heard'])
      await expect(runSql(session, 'select 1;\nselect nix')).rejects.toMatchObject({
        code: 'sql-failed',
        details: { sqlstate: '42703', lastLines: expect.arrayContaining(['LINE 2: select nix']) },
      })
      expect(await runSql(session, '')).toMatchObject({ columns: [], rows: [] })
    })
  })

  test('an abort ends the running statement on the server too', async () => {
    const abort = new AbortController()
    const session = await openSession(server, { signal: abort.signal, applicationName: 'sleeper' })
    const sleeping = session.query('select pg_sleep(60)')
    setTimeout(() => abort.abort(), 200)
    await expect(sleeping).rejects.toMatchObject({ code: 'cancelled' })
    await session.closed
    await withSession(server, {}, async (other) => {
      const left = `select 1 from pg_stat_activity where application_name = 'sleeper' and state = 'active'`
      await expect.poll(() => other.query(left), { timeout: 5_000 }).toEqual([])
    })
  })

  test('our own idle sessions are ended, and say that they were lost', async () => {
    const idle = await openSession(server)
    const backup = await openSession(server, { applicationName: 'pgtandem-backup' })
    expect(await withSession(server, {}, (session) => endOwnSessions(session))).toBe(1)
    expect(await idle.closed).toMatchObject({ kind: 'lost' })
    await expect(idle.query('select 1')).rejects.toMatchObject({ code: 'connection-lost' })
    expect(await backup.query('select 1 as a')).toEqual([{ a: '1' }])
    await backup.close()
    expect(await backup.closed).toEqual({ kind: 'closed' })
  })

  test('a role made with a verifier lets its password in; the undo gives back what was', async () => {
    const password = 'pa:ss\u00A0\u2168\\'
    await withSession(server, {}, async (session) => {
      const wanted = { role: 'repl "x"', connectionLimit: 5, verifier: scramVerifier(password) }
      const ensure = async (asked: RoleWanted): Promise<RoleState | null> => {
        const stood = await readRole(session, asked.role)
        const statement = buildEnsureRole(asked, stood)
        if (statement !== null) await session.simple(statement)
        return stood
      }
      const before = await ensure(wanted)
      expect(before).toBeNull()
      expect(await ensure(wanted)).toMatchObject({
        replication: true,
        connectionLimit: 5,
      })
      await withSession({ ...server, user: wanted.role }, { password }, (own) => own.query('select 1'))
      const restore = async (...[role, was, change]: Restored): Promise<void> => {
        const statement = buildRestoreRole(role, was, await readRole(session, role), change)
        if (statement !== null) await session.simple(statement)
      }
      await restore(wanted.role, before)
      await restore(wanted.role, before)
      expect(await readRole(session, wanted.role)).toBeNull()

      await session.simple(`create role plain nologin password ${quoteLiteral(scramVerifier('old'))}`)
      const plain = await readRole(session, 'plain')
      const to = scramVerifier('new')
      await ensure({ role: 'plain', connectionLimit: -1, verifier: to })
      await restore('plain', plain, { from: plain?.verifier ?? null, to })
      expect(await readRole(session, 'plain')).toEqual(plain)
    })
  })
})
