import { cp, mkdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtProgram, bundledPackage, bundledPackageDir, makeOpenFolder, runAsRoot } from './helpers.ts'

const PORT = 28_820
let place: Awaited<ReturnType<typeof makeOpenFolder>>
let home = ''
let program = ''

const run = (...args: string[]) => runAsRoot([...args, '--home', home], program)

/** A clone of the repository under a folder like /root: only root may look into it. */
beforeAll(async () => {
  place = await makeOpenFolder()
  home = path.join(place.folder, 'home')
  const closed = path.join(place.folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  await cp(path.dirname(builtProgram), path.join(closed, 'dist/cli'), { recursive: true })
  const to = path.join(closed, 'node_modules', bundledPackage)
  await cp(bundledPackageDir, to, { recursive: true, verbatimSymlinks: true })
  program = path.join(closed, 'dist/cli', path.basename(builtProgram))
}, 120_000)

afterAll(async () => {
  await run('stop', 'beta', 'alpha')
  await place.clear()
})

test('a pair is made with a copy of the server programs that the account can reach', async () => {
  const { code, document } = await run('pair', 'alpha', '--port', String(PORT), '--standby', 'beta')
  expect(document).toMatchObject({ operation: 'pair', changed: true })
  expect(code).toBe(0)
  const { document: status } = await run('status')
  const { instances } = status as { instances: { pid: number; name: string }[] }
  expect(instances.map(({ name }) => name)).toEqual(['alpha', 'beta'])
  for (const { pid } of instances) {
    const [running] = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    expect(path.resolve(running ?? '').startsWith(path.join(home, 'postgres'))).toBe(true)
    expect((await stat(`/proc/${pid}`)).uid).toBe((await stat(home)).uid)
  }
})

test('the second command finds the copy, and nothing of the program is missing to it', async () => {
  expect((await run('verify', 'beta')).document).toMatchObject({ ok: true })
  const { document, code } = await run('postgres', 'available')
  expect(code).toBe(0)
  expect(document).not.toHaveProperty('error')
  const listed = (await run('postgres', 'list')).document as { installations: { binDir: string }[] }
  const copies = listed.installations.filter(({ binDir }) => binDir.startsWith(home))
  expect(copies).toHaveLength(1)
  for (const name of ['beta', 'alpha'])
    expect((await run('remove', name, '--delete-data')).document).toMatchObject({ changed: true })
})
