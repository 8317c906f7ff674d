import { expect, test } from 'vitest'
import type { SessionInfo } from '../../../../shared/contract/session.ts'
import type { LiveState } from '../../../../shared/model/live-state.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { describeDiagnostics } from '../../../../electron/core/readings/diagnostics/diagnostics.ts'
import { createLogger } from '../../../../electron/system/logging/logger.ts'
import { standby } from '../../../helpers/instance-views.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const SECRET = 'tOp5ecret'

const info: SessionInfo = {
  programVersion: '1.2.3',
  face: 'web',
  platform: 'linux',
  shell: 'sh',
  home: '/home/me/pgtandem',
  folders: { logs: '', downloads: '', instances: '' },
  versions: { node: '20.19.0', electron: null, chrome: null },
  systemLanguage: 'en',
  defaultMajor: 18,
  canOpenPaths: false,
  canPickFolders: false,
  canStartAtLogin: false,
  updates: 'not-installed',
}

/** All that the renderer's store may hold of one instance, with a secret wherever a text can hold one. */
const live: LiveState = {
  at: '2026-11-21T08:00:00.000Z',
  settings: defaultSettings,
  instances: [
    standby('app', `postgres://u:${SECRET}@127.0.0.1:5433/`, {
      findings: [
        {
          code: 'standby-not-streaming',
          severity: 'error',
          message: {
            key: 'findings.standby-not-streaming.message',
            params: { reason: `could not connect: host=a password=${SECRET} user=b`, name: 'app' },
          },
          hint: { key: 'findings.standby-not-streaming.hint' },
        } as unknown as LiveState['instances'][number]['findings'][number],
      ],
      entry: { link: { port: 1, conninfo: `password=${SECRET}` } },
    }),
  ],
  jobs: [
    {
      id: '20261121-080000-clone-0000',
      operation: 'clone',
      state: 'failed',
      step: 's1',
      stepTitle: null,
      startedAt: '2026-11-21T08:00:00.000Z',
      instances: ['app'],
      canResume: true,
      canUndo: true,
      damaged: null,
    },
  ],
}

const describe = (log: readonly string[]): string =>
  describeDiagnostics({
    at: '2026-11-21T08:00:01.000Z',
    info,
    system: { platform: 'linux', release: '6', arch: 'x64' },
    installations: [
      { version: '18.4', source: 'bundled', binDir: '/opt/pg/bin', tools: ['initdb', 'pg_ctl'] },
    ],
    live,
    log,
  })

test('it tells versions, instances with findings, open jobs and the log', () => {
  expect(JSON.parse(describe(['{"level":50,"msg":"oops"}', 'half a line']))).toMatchObject({
    program: { version: '1.2.3', node: '20.19.0' },
    installations: [{ version: '18.4', tools: 'initdb pg_ctl' }],
    instances: [
      { name: 'app', state: 'running', findings: [{ code: 'standby-not-streaming', severity: 'error' }] },
    ],
    openJobs: [{ operation: 'clone', state: 'failed', step: 's1' }],
    log: [{ msg: 'oops' }, 'half a line'],
  })
})

test.each([
  ['a conninfo', `primary_conninfo = 'host=127.0.0.1 password=${SECRET} port=1'`],
  ['a quoted conninfo', String.raw`primary_conninfo = 'host=a password=\'${SECRET} and more ${SECRET}\''`],
  ['a URL', `cannot connect to postgresql://app:${SECRET}@127.0.0.1/db?sslmode=prefer`],
  ['a URL parameter', `postgresql://127.0.0.1/db?password=${SECRET}`],
  ['sslpassword', `sslpassword=${SECRET}`],
  ['an oauth secret', `oauth_client_secret=${SECRET}`],
  ['SQL', `STATEMENT: ALTER ROLE app PASSWORD '${SECRET}'`],
  ['SQL with an escape', `CREATE ROLE a ENCRYPTED PASSWORD E'it\\'s ${SECRET}' LOGIN`],
  ['SQL in dollars', `ALTER USER a PASSWORD $x$${SECRET}$x$`],
  ['a SCRAM verifier', `SCRAM-SHA-256$4096:${SECRET}=$${SECRET}=:${SECRET}=`],
  ['ldap in pg_hba.conf', `host all all ::1/128 ldap ldapbindpasswd="${SECRET}"`],
  ['a field by its name', JSON.stringify({ a: { b: { c: { d: { password: SECRET } } } } })],
  ['a field in a list', JSON.stringify({ list: [{ clientSecret: SECRET }, { verifier: SECRET }] })],
  ['a text in a field', JSON.stringify({ details: { lastLines: [`password='${SECRET}'`] } })],
  ['a text in a text', JSON.stringify({ msg: JSON.stringify({ conninfo: `user=a password=${SECRET}` }) })],
])('no secret passes: %s', (_what, line) => {
  expect(describe([line])).not.toContain(SECRET)
})

test('nor through the log as the program writes it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-diagnostics-'))
  try {
    const file = path.join(folder, 'pgtandem.log')
    createLogger({ file }).error(
      {
        details: {
          args: ['-d', `host=a password=${SECRET}`],
          lastLines: [`ALTER ROLE a PASSWORD '${SECRET}'`],
        },
      },
      `failed for postgres://u:${SECRET}@h/`,
    )
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    expect(describe(lines)).not.toContain(SECRET)
    expect(describe(lines)).toContain('failed for')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
