import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'
import { findService } from '../../../electron/postgres/discovery/find-service.ts'
import { listServices } from '../../../electron/postgres/discovery/list-services.ts'
import { listEdb } from '../../../electron/postgres/installations/sources/edb.ts'
import { runProgram } from '../../../electron/system/process/run-program.ts'
import { serverPrograms } from '../helpers/programs.ts'

const timeout = 60_000
const edb = String.raw`HKLM\SOFTWARE\PostgreSQL`

/** Only in a Windows that was made for the run: a person's registry is not written to. */
const whyNot =
  process.env['PGTANDEM_TEST_OWN_WINDOWS'] === undefined ? 'this Windows was not made for the tests' : null

const places = { home: 'C:\\home', programDir: 'C:\\', env: {}, platform: 'win32', arch: 'x64' } as const

const add = (key: string, view: '32' | '64', values: Readonly<Record<string, string>>) =>
  Promise.all(
    Object.entries(values).map(([name, value]) =>
      runProgram('reg', ['add', key, '/v', name, '/t', 'REG_SZ', '/d', value, '/f', `/reg:${view}`]),
    ),
  )

export const registryTests = (): Promise<void> =>
  describe('what EDB’s installer leaves in the registry', { concurrency: 1, timeout: 2 * timeout }, () => {
    // Not String.raw: a bundler may write its characters as escapes.
    const sixteen = 'D:\\数据库\\PostgreSQL\\16'
    const old = String.raw`C:\Program Files (x86)\PostgreSQL\10`

    test('its installations are found in both views, Chinese paths among them', { timeout }, async (t) => {
      if (whyNot !== null) return t.skip(whyNot)
      await add(`${edb}\\Installations\\postgresql-x64-16`, '64', { 'Base Directory': sixteen })
      await add(`${edb}\\Installations\\postgresql-10`, '32', { 'Base Directory': old })
      const found = (await listEdb(places)).map(({ binDir }) => binDir)
      assert.deepEqual(new Set(found), new Set([sixteen, old].map((base) => path.join(base, 'bin'))))
    })

    test(
      'a service that pg_ctl registered is known by the data directory that it owns',
      { timeout },
      async (t) => {
        if (whyNot !== null) return t.skip(whyNot)
        const dataDir = `${sixteen}\\data`
        const account = String.raw`NT AUTHORITY\NetworkService`
        const name = 'postgresql-x64-16'
        const register = ['register', '-N', name, '-D', dataDir, '-U', account, '-S', 'demand']
        await runProgram(path.join(serverPrograms, 'pg_ctl.exe'), register)
        await add(`${edb}\\Services\\${name}`, '64', {
          'Data Directory': dataDir,
          'Display Name': `${name} - 16`,
        })
        assert.deepEqual(await findService(dataDir.toLowerCase()), { name, dataDir, account, port: null })
        assert.equal(await findService('C:\\nothing of a service'), undefined)
        const [listed] = await listServices(places)
        assert.deepEqual([listed?.dataDir, listed?.label], [dataDir, `${name} - 16`])
      },
    )
  })
