import { randomBytes } from 'node:crypto'
import { rmSync, statSync, truncateSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROGRAM_COPY_BYTES } from '../../../../electron/system/storage/copy-by-program.ts'
import { cloneFile, copyLargeFile } from '../../../../electron/system/storage/copy-file.ts'
import { copyTree } from '../../../../electron/system/storage/copy-tree.ts'
import { syncTree } from '../../../../electron/system/storage/sync-tree.ts'

const MIB = 1024 * 1024
let folder = ''
let [from, to] = ['', '']

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-copy-'))
  from = path.join(folder, 'from')
  to = path.join(folder, 'to')
  await mkdir(path.join(from, 'base/1'), { recursive: true, mode: 0o700 })
  await mkdir(to)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pattern = randomBytes(8 * MIB)
const patterned = (bytes: number) => pattern.subarray(0, bytes)

test('files of every size and both modes arrive as they are', async () => {
  const contents = {
    empty: Buffer.alloc(0),
    small: Buffer.from('x'),
    edge: patterned(256 * 1024),
    big: patterned(5 * MIB),
  }
  for (const [name, content] of Object.entries(contents))
    await writeFile(path.join(from, 'base', name), content, { mode: 0o600 })
  await writeFile(path.join(from, 'shared'), 'y')
  await chmod(path.join(from, 'shared'), 0o640)
  await chmod(path.join(from, 'base'), 0o750)

  const told: number[] = []
  const result = await copyTree({ from, to, onProgress: ({ bytesDone }) => told.push(bytesDone) })
  await syncTree(to)
  const bytes = Object.values(contents).reduce((sum, content) => sum + content.length, 1)
  expect(result).toEqual({ bytesDone: bytes, filesDone: 5, vanished: 0 })
  expect(told.at(-1)).toBe(bytes)
  for (const [name, content] of Object.entries(contents))
    expect((await readFile(path.join(to, 'base', name))).equals(content)).toBe(true)
  if (process.platform === 'win32') return
  const modes = ['base/big', 'base/small', 'shared', 'base', 'base/1'].map(
    async (name) => (await stat(path.join(to, name))).mode & 0o777,
  )
  expect(await Promise.all(modes)).toEqual([0o600, 0o600, 0o640, 0o750, 0o700])
})

test('the filter sees siblings; emptied directories stay, skipped ones do not', async () => {
  await mkdir(path.join(from, 'pg_wal'))
  await mkdir(path.join(from, 'gone'))
  for (const file of ['pg_wal/1', 'gone/1', 'base/a', 'base/b']) await writeFile(path.join(from, file), file)
  await copyTree({
    from,
    to,
    filter: (relative, _isDirectory, siblings) => {
      if (relative === 'pg_wal') return 'keep-empty'
      return relative === 'gone' || (relative === 'base/b' && siblings.includes('a')) ? 'skip' : 'copy'
    },
  })
  expect((await readdir(to, { recursive: true })).sort()).toEqual([
    'base',
    path.join('base', '1'),
    path.join('base', 'a'),
    'pg_wal',
  ])
})

test('files that vanish or shrink meanwhile are normal', async () => {
  for (let file = 0; file < 8; file += 1) await writeFile(path.join(from, `big${file}`), patterned(8 * MIB))
  await writeFile(path.join(from, 'zz-small'), 'x')
  const vanished: string[] = []
  let done = false
  const result = await copyTree({
    from,
    to,
    concurrency: 1,
    filter: (relative) => {
      if (relative === 'zz-small' && !done) {
        done = true
        // Listed already, and not opened yet: exactly what DROP TABLE and VACUUM do to a copy.
        truncateSync(path.join(from, 'big0'), MIB)
        rmSync(path.join(from, 'big1'))
        rmSync(path.join(from, 'zz-small'))
      }
      return 'copy'
    },
    onVanished: (relative) => vanished.push(relative),
  })
  expect(vanished).toContain('big1')
  expect(result.vanished).toBe(vanished.length)
  expect((await stat(path.join(to, 'big0'))).size).toBeLessThanOrEqual(8 * MIB)
  expect((await readFile(path.join(to, 'big7'))).equals(patterned(8 * MIB))).toBe(true)
})

test('a file truncated in the middle of its copy ends the copy of that file, not the program', async () => {
  const file = path.join(from, 'shrinking')
  await writeFile(file, patterned(8 * MIB))
  const target = path.join(to, 'shrunk')
  await copyLargeFile(file, target, {
    buffer: Buffer.alloc(MIB),
    signal: undefined,
    onBytes: () => truncateSync(file, 0),
  })
  expect((await readFile(target)).equals(patterned(MIB))).toBe(true)
})

test('a file of the size that a program copies arrives whole, with its mode, and every byte is told', async () => {
  const content = randomBytes(PROGRAM_COPY_BYTES + 4711)
  await writeFile(path.join(from, 'segment'), content)
  await chmod(path.join(from, 'segment'), 0o640)
  const result = await copyTree({ from, to })
  expect((await readFile(path.join(to, 'segment'))).equals(content)).toBe(true)
  expect((await stat(path.join(to, 'segment'))).mode & 0o777).toBe(0o640)
  expect(result).toEqual({ bytesDone: content.length, filesDone: 1, vanished: 0 })
})

test('a file truncated again and again while a program copies it ends the copy', async () => {
  const file = path.join(from, 'segment')
  await writeFile(file, Buffer.alloc(4 * PROGRAM_COPY_BYTES, 'x'))
  const copied = copyTree({ from, to }).then(({ filesDone }) => filesDone)
  const shrinkAndGrow = async (): Promise<undefined> => {
    for (const size of [0, 2 * PROGRAM_COPY_BYTES]) await truncate(file, size)
  }
  let filesDone: number | undefined
  while (filesDone === undefined) filesDone = await Promise.race([copied, shrinkAndGrow()])
  expect(filesDone).toBe(1)
  expect((await stat(path.join(to, 'segment'))).size).toBeLessThanOrEqual(4 * PROGRAM_COPY_BYTES)
})

test('links are left out unless they are to be followed', async () => {
  await mkdir(path.join(folder, 'elsewhere'))
  await writeFile(path.join(folder, 'elsewhere/file'), 'content')
  for (const name of ['kept', 'left'])
    await symlink(path.join(folder, 'elsewhere'), path.join(from, name), 'junction')
  await copyTree({ from, to, onLink: (relative) => (relative === 'kept' ? 'follow' : 'skip') })
  expect(await readFile(path.join(to, 'kept/file'), 'utf8')).toBe('content')
  expect(await readdir(to)).not.toContain('left')
})

test('nothing that stands in the target is overwritten', async () => {
  await writeFile(path.join(from, 'file'), 'new')
  await writeFile(path.join(to, 'file'), 'old')
  await expect(copyTree({ from, to })).rejects.toMatchObject({
    code: 'copy-failed',
    params: { path: path.join(from, 'file') },
  })
  expect(await readFile(path.join(to, 'file'), 'utf8')).toBe('old')
})

test('a source that is not there fails', async () => {
  await expect(copyTree({ from: path.join(folder, 'none'), to })).rejects.toMatchObject({
    code: 'copy-failed',
  })
})

test('an abort stops our own loop at the next megabyte', async () => {
  const abort = new AbortController()
  await writeFile(path.join(from, 'large'), Buffer.alloc(8 * MIB))
  const copying = copyLargeFile(path.join(from, 'large'), path.join(to, 'large'), {
    buffer: Buffer.alloc(MIB),
    signal: abort.signal,
    onBytes: () => abort.abort(),
  })
  await expect(copying).rejects.toMatchObject({ code: 'cancelled' })
  expect(statSync(path.join(to, 'large')).size).toBe(MIB)
})

test('an abort stops the program that copies', { timeout: 60_000 }, async (context) => {
  const [file, target] = [path.join(from, 'huge'), path.join(to, 'huge')]
  await writeFile(file, Buffer.alloc(32 * PROGRAM_COPY_BYTES, 'x'))
  if (await cloneFile(file, target)) return context.skip('this file system copies by reference, at once')
  const abort = new AbortController()
  const copying = copyTree({ from, to, signal: abort.signal })
  const failure = copying.catch((error: unknown) => error)
  while ((statSync(target, { throwIfNoEntry: false })?.size ?? 0) === 0) await breathe()
  abort.abort()
  expect(await failure).toMatchObject({ code: 'cancelled' })
  expect(statSync(target).size).toBeLessThan(32 * PROGRAM_COPY_BYTES)
})

test('an abort beforehand copies nothing', async () => {
  await expect(copyTree({ from, to, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(await readdir(to)).toEqual([])
})
