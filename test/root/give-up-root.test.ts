import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIds } from '../../shared/model/verification.ts'
import { makeOpenFolder, runAsRoot } from './helpers.ts'

const PORT = 28_800
let place: Awaited<ReturnType<typeof makeOpenFolder>>
let home = ''

const run = (...args: string[]) => runAsRoot([...args, '--home', home])

beforeAll(async () => {
  place = await makeOpenFolder()
  home = path.join(place.folder, 'home')
})

afterAll(async () => {
  await run('stop', 'beta', 'alpha')
  await place.clear()
})

const findOwners = async (folder: string): Promise<readonly number[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  // A running server's own files come and go.
  const found = await Promise.all(
    entries.map((entry) => stat(path.join(entry.parentPath, entry.name)).catch(() => null)),
  )
  return [...new Set([await stat(folder), ...found].flatMap((file) => file?.uid ?? []))]
}

test('create, as root, prepares the home and goes on as the account for servers', async () => {
  const { code, document, stderr } = await run('create', 'alpha', '--port', String(PORT))
  expect(document).toMatchObject({ operation: 'create', changed: true, instances: ['alpha'] })
  expect(code).toBe(0)
  const [owner, ...others] = await findOwners(home)
  expect(others).toEqual([])
  expect(owner).not.toBe(0)
  expect((await stat(home)).mode & 0o777).toBe(0o700)
  const accounts = await readFile('/etc/passwd', 'utf8')
  const name = accounts
    .split('\n')
    .find((line) => line.split(':')[2] === String(owner))
    ?.split(':')[0]
  expect(['postgres', 'pgtandem']).toContain(name)
  expect(stderr).toContain(name)
})

test('its server is not root’s either', async () => {
  const { document } = await run('status', 'alpha')
  const [{ pid, state }] = (document as { instances: [{ pid: number; state: string }] }).instances
  expect(state).toBe('running')
  expect((await stat(`/proc/${pid}`)).uid).toBe((await stat(home)).uid)
})

test('a standby is cloned and verified', async () => {
  const cloned = await run('clone', 'alpha', 'beta', '--port', String(PORT + 1))
  expect(cloned.document).toMatchObject({ operation: 'clone', changed: true })
  expect(cloned.code).toBe(0)
  const verified = await run('verify', 'beta')
  expect(verified.document).toMatchObject({ ok: true, checks: checkIds.map((id) => ({ id, ok: true })) })
  expect(verified.code).toBe(0)
  expect(await findOwners(home)).toHaveLength(1)
})

test('both are removed with their data', async () => {
  for (const name of ['beta', 'alpha']) {
    const { code, document } = await run('remove', name, '--delete-data')
    expect(document).toMatchObject({ operation: 'remove', changed: true })
    expect(code).toBe(0)
    expect(existsSync(path.join(home, 'instances', name))).toBe(false)
  }
  expect((await run('status')).document).toEqual({ instances: [] })
})
