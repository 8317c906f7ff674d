import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSql } from '../../electron/core/readings/sql.ts'
import { convertRecoveryText } from '../../electron/core/readings/standby-settings/convert.ts'
import { draftStandbySettings } from '../../electron/core/readings/standby-settings/draft.ts'
import { readStandbySettings } from '../../electron/core/readings/standby-settings/read.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { makeTestPair, waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const [installation] = testInstallations
if (installation === undefined) throw new Error('no installation to test with')

let primary: InstanceTarget
let standby: InstanceTarget
const place = await makeTestFolder()

beforeAll(async () => {
  ;({ primary, standby } = await makeTestPair(place.folder, { ...installation, port: 27_690 }))
})

afterAll(async () => {
  await stopTestServer(standby)
  await stopTestServer(primary)
  await place.clear()
})

const valueOf = async (sql: string): Promise<string> => (await runSql(standby, { sql })).rows[0]?.[0] ?? ''

const apply = async (settings: Readonly<Record<string, string | null>>): Promise<void> => {
  for (const [name, value] of Object.entries(settings))
    await runSql(standby, {
      sql:
        value === null
          ? `alter system reset ${name}`
          : `alter system set ${name} = '${value.replaceAll("'", "''")}'`,
    })
  await runSql(standby, { sql: 'select pg_reload_conf()' })
}

const receives = (applicationName: string): Promise<void> =>
  waitUntil(`${applicationName} streams`, async () => {
    const { rows } = await runSql(primary, {
      sql: 'select application_name from pg_stat_replication',
    })
    return rows.some(([name]) => name === applicationName)
  })

test("a running standby's settings are read, and the connection taken apart", async () => {
  const reading = await readStandbySettings(standby, '/passfile')
  expect(reading).toMatchObject({ way: 'signal-file', mode: 'standby', major: standby.major })
  expect(reading.conninfo).toMatchObject({
    kind: 'parts',
    parts: { host: '127.0.0.1', port: String(primary.port), application_name: 'beta' },
    secrets: [],
  })
})

test('a server reads from a draft what the form meant, and streams by it', async () => {
  const reading = await readStandbySettings(standby, '/passfile')
  const { changes } = draftStandbySettings(reading, {
    major: standby.major,
    settings: { archive_cleanup_command: `echo 'it''s' "\\" %r` },
    conninfo: { application_name: `it's a \\ name`, keepalives_idle: '60' },
  })
  await apply(changes)
  await receives(`it's a \\ name`)
  expect(await valueOf('show archive_cleanup_command')).toBe(`echo 'it''s' "\\" %r`)
})

test('a server streams by what a pasted recovery.conf converts to', async () => {
  const pasted = [
    'standby_mode = on',
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres password=wrong application_name=pasted'`,
    "trigger_file = '/nowhere'",
  ].join('\n')
  const { settings } = convertRecoveryText(pasted, {
    major: standby.major,
    passfile: String(standby.passfile),
  })
  const { promote_trigger_file: _path, ...others } = settings
  await apply(others)
  await receives('pasted')
  expect(await valueOf('show primary_conninfo')).not.toContain('wrong')
})
