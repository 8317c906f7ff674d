import { describe, expect, test } from 'vitest'
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

describe('restoring a role', () => {
  const added = { ...before, replication: true }
  const changed = { from: 'SCRAM-SHA-256$old', to: 'SCRAM-SHA-256$new' }

  test.each([
    ['drops what was not there', null, added, null, 'DROP ROLE IF EXISTS "r"'],
    ['takes away what was added', before, added, null, 'ALTER ROLE "r" NOREPLICATION'],
    ['takes away both', { ...before, login: false }, added, null, 'ALTER ROLE "r" NOREPLICATION NOLOGIN'],
    ['leaves what was there, also when it is gone since', added, before, null, null],
    ['leaves another limit and password', added, { ...added, connectionLimit: 2, verifier: 'x' }, null, null],
    [
      'puts back the password that ours replaced',
      added,
      { ...added, verifier: changed.to },
      changed,
      `ALTER ROLE "r" PASSWORD 'SCRAM-SHA-256$old'`,
    ],
    [
      'puts back that there was none',
      added,
      { ...added, verifier: changed.to },
      { ...changed, from: null },
      'ALTER ROLE "r" PASSWORD NULL',
    ],
    ['leaves a password that is not ours', added, { ...added, verifier: 'rotated' }, changed, null],
    ['has nothing to do where it was dropped', before, null, changed, null],
  ])('%s', (...[, was, now, change, statement]) =>
    expect(buildRestoreRole('r', was, now, change)).toBe(statement),
  )
})
