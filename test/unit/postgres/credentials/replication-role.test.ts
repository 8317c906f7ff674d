import { expect, test } from 'vitest'
import {
  buildEnsureRole,
  buildRestoreRole,
} from '../../../../electron/postgres/credentials/replication-role.ts'

const before = { replication: false, login: true, connectionLimit: 7, verifier: 'SCRAM-SHA-256$old' }

test.each([
  [
    { role: 'repl', connectionLimit: -1, verifier: 'V' },
    null,
    `CREATE ROLE "repl" REPLICATION LOGIN CONNECTION LIMIT -1 PASSWORD 'V'`,
  ],
  [
    { role: 'repl', connectionLimit: 3, verifier: null },
    null,
    `CREATE ROLE "repl" REPLICATION LOGIN CONNECTION LIMIT 3`,
  ],
  [{ role: 'a"b', connectionLimit: 3, verifier: null }, before, `ALTER ROLE "a""b" REPLICATION`],
  [
    { role: 'r', connectionLimit: 3, verifier: 'N' },
    { ...before, login: false },
    `ALTER ROLE "r" REPLICATION LOGIN PASSWORD 'N'`,
  ],
  [{ role: 'r', connectionLimit: 3, verifier: null }, { ...before, replication: true }, null],
])('ensuring %j', (wanted, standing, statement) => expect(buildEnsureRole(wanted, standing)).toBe(statement))

test('restoring puts back every attribute, or drops what was not there', () => {
  expect(buildRestoreRole('r', null)).toBe('DROP ROLE IF EXISTS "r"')
  expect(buildRestoreRole('r', before)).toBe(
    `ALTER ROLE "r" NOREPLICATION LOGIN CONNECTION LIMIT 7 PASSWORD 'SCRAM-SHA-256$old'`,
  )
  expect(buildRestoreRole('r', { ...before, verifier: null })).toMatch(/PASSWORD NULL$/)
})
