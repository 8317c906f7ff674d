import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { quoteLiteral } from '../../electron/postgres/connection/quote.ts'
import { entryForUser } from '../../electron/postgres/credentials/passfile-format.ts'
import { ensurePassfileEntries, readUserPassword } from '../../electron/postgres/credentials/passfile.ts'
import { scramVerifier } from '../../electron/postgres/credentials/scram.ts'
import type { Step } from '../../electron/core/plan/steps/step.ts'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'

const port = 26_000
const role = 'replicator'

let core: TestCore
let meanwhile: ((kind: Step['kind']) => Promise<void>) | undefined

beforeAll(async () => {
  core = await createTestCore([], async (point, { kind }, phase) => {
    if (point === 'after' && phase === 'run') await meanwhile?.(kind)
  })
  await core.perform('create', { name: 'alpha', port, pg: '18', settings: quickSettings })
})
afterEach(() => {
  meanwhile = undefined
})
afterAll(() => core.clear())

const passfileOf = (name: string) => path.join(core.home, 'credentials', `${name}.pgpass`)
const passwordOf = (name: string, user: string) => readUserPassword(passfileOf(name), user)

/** Runs until a step of this kind, lets the user do something, and fails: all that was done is taken back. */
const failAfter = async (
  kind: Step['kind'],
  operation: string,
  params: unknown,
  user: () => Promise<void>,
) => {
  const planned = await plansOf(core).plan(operation, params)
  expect(planned.steps.map((step) => step.kind)).toContain(kind)
  meanwhile = async (at) => {
    if (at !== kind) return
    await user()
    throw new Error('this step was made to fail')
  }
  expect(await core.run(planned)).toMatchObject({ state: 'failed', aftermath: 'undone' })
}

const clone = { source: 'alpha', name: 'beta', port: port + 1 }

test('undo takes back what a standing role was given, and no password or limit that was changed since', async () => {
  const attributes = `select concat_ws(' ', rolreplication, rolcanlogin, rolconnlimit) from pg_authid where rolname = '${role}'`
  const verifier = `select rolpassword from pg_authid where rolname = '${role}'`
  await core.sql('alpha', { sql: `alter role ${role} noreplication nologin connection limit 7` })
  const rotated = scramVerifier('rotated')
  await failAfter('replication-role', 'clone', clone, async () => {
    expect(await core.ask('alpha', attributes)).toBe('t t 7')
    await core.sql('alpha', {
      sql: `alter role ${role} connection limit 9 password ${quoteLiteral(rotated)}`,
    })
  })
  expect(await core.ask('alpha', attributes)).toBe('f f 9')
  expect(await core.ask('alpha', verifier)).toBe(rotated)
  await core.sql('alpha', { sql: `alter role ${role} replication login` })
})

test('undo takes its own entries out of a new passfile, and leaves what was stored since', async () => {
  await failAfter('write-passfile', 'clone', clone, () => core.storePassword('beta', 'postgres', 'newer'))
  expect(await passwordOf('beta', 'postgres')).toBe('newer')
  expect(await passwordOf('beta', role)).toBeNull()

  await core.forgetPassword('beta', 'postgres')
  expect(existsSync(passfileOf('beta'))).toBe(false)
  await failAfter('write-passfile', 'clone', clone, () => Promise.resolve())
  expect(existsSync(passfileOf('beta'))).toBe(false)
})

test('undo puts back an entry that the step replaced, unless it was replaced again', async () => {
  const own = '# mine\nhost:1:*:postgres:theirs\n'
  await writeFile(passfileOf('beta'), own)
  const standing = ['postgres', role].map((user) => entryForUser(user, `standing ${user}`))
  await ensurePassfileEntries(passfileOf('beta'), standing)
  await failAfter('write-passfile', 'clone', clone, async () => {
    expect(await passwordOf('beta', 'postgres')).toBe(await passwordOf('alpha', 'postgres'))
    await core.storePassword('beta', 'postgres', 'newer')
  })
  expect(await passwordOf('beta', 'postgres')).toBe('newer')
  expect(await passwordOf('beta', role)).toBe(`standing ${role}`)
})
