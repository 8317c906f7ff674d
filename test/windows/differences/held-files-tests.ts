import assert from 'node:assert/strict'
import { mkdir, mkdtemp, open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { constants, existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { writeFileAtomic } from '../../../electron/system/storage/atomic-file.ts'
import { copyTree } from '../../../electron/system/storage/copy-tree.ts'
import { removeTree } from '../../../electron/system/storage/remove-tree.ts'
import { renameWhenFree } from '../../../electron/system/storage/while-held.ts'

const timeout = 30_000
/** libuv's UV_FS_O_EXLOCK: opened without sharing, as scanners and backup programs do for a moment. */
const UNSHARED = 0x1000_0000
const LET_GO_AFTER_MS = 400

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PgTandemError ? error.code : String(error)),
  )

export const heldFilesTests = (): Promise<void> =>
  describe('what another program holds', { concurrency: 1, timeout: 5 * timeout }, () => {
    let folder = ''
    let file = ''

    const hold = (): Promise<FileHandle> => open(file, constants.O_RDWR | UNSHARED)
    /** Holds the file while `work` begins, and lets it go in the middle of that. */
    const whileLettingGo = async (work: () => Promise<unknown>): Promise<string> => {
      const holder = await hold()
      const closed = sleep(LET_GO_AFTER_MS).then(() => holder.close())
      const outcome = await codeOf(work())
      await closed
      return outcome
    }

    before(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'held files '))
      file = path.join(folder, 'from', 'base', 'a file')
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, 'old')
    })
    after(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

    test('a file is written over as soon as it is let go, else that is said', { timeout }, async () => {
      assert.equal(await whileLettingGo(() => writeFileAtomic(file, 'new')), 'done')
      assert.equal(await readFile(file, 'utf8'), 'new')
      const holder = await hold()
      assert.equal(await codeOf(writeFileAtomic(file, 'newer')), 'file-held')
      await holder.close()
      assert.equal(await readFile(file, 'utf8'), 'new')
    })

    test('a folder is copied as soon as its files are let go, else that is said', { timeout }, async () => {
      const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')]
      await mkdir(to)
      assert.equal(await whileLettingGo(() => copyTree({ from, to })), 'done')
      assert.equal(await readFile(path.join(to, 'base', 'a file'), 'utf8'), 'new')
      await rm(to, { recursive: true })
      await mkdir(to)
      const holder = await hold()
      assert.equal(await codeOf(copyTree({ from, to })), 'copy-held')
      await holder.close()
    })

    test('a folder is renamed as soon as its files are let go', { timeout }, async () => {
      const [from, to] = [path.join(folder, 'from'), path.join(folder, 'renamed')]
      assert.equal(await whileLettingGo(() => renameWhenFree(from, to)), 'done')
      assert.equal(existsSync(from), false)
      file = path.join(to, 'base', 'a file')
    })

    test('a folder is deleted as soon as its files are let go', { timeout }, async () => {
      assert.equal(await whileLettingGo(() => removeTree(path.join(folder, 'renamed'))), 'done')
      assert.equal(existsSync(path.join(folder, 'renamed')), false)
    })
  })
