import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import iconv from 'iconv-lite'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readAnsiCodePage } from '../../../system/platform/windows-code-page.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'
import type { StepRunner } from '../job/step-runner.ts'
import { madeByUs, type WriteFileStep } from '../steps/configuration.ts'
import { removeEmptyUpTo, topmostMissing } from './directories.ts'

/** cmd.exe reads .cmd files in the ANSI code page; on other platforms such a file is only carried, so UTF-8 it stays. */
async function encode({ content, encoding, path }: WriteFileStep): Promise<Buffer> {
  if (encoding === 'utf8') return Buffer.from(content, 'utf8')
  const codePage = await readAnsiCodePage()
  const name = `cp${codePage ?? 65001}`
  if (codePage === undefined || !iconv.encodingExists(name)) return Buffer.from(content, 'utf8')
  const bytes = iconv.encode(content, name)
  if (iconv.decode(bytes, name) !== content)
    throw new PgTandemError('text-outside-code-page', { path, codePage })
  return bytes
}

const readBytes = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null)

/** What stood there and is replaced, for the undo; a file that is not ours is never replaced. */
async function readOurs(path: string): Promise<string | null> {
  const bytes = await readBytes(path)
  if (bytes === null) return null
  if (!bytes.includes(madeByUs)) throw new PgTandemError('file-is-different', { path })
  return bytes.toString('base64')
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new PgTandemError(
      'file-not-written',
      { path, reason: error.code ?? error.message },
      {},
      { cause: error },
    )
  })
}

export const writeFileRunner: StepRunner<WriteFileStep> = {
  async before(step) {
    const isSame = (await readBytes(step.path))?.equals(await encode(step)) === true
    const previous = isSame ? null : await readOurs(step.path)
    return { isSame, previous, made: await topmostMissing(dirname(step.path)) }
  },
  async run(step, { inside }) {
    await makeFolder(step.path)
    await writeFileAtomic(step.path, await encode(step), { mode: step.executable ? 0o755 : 0o644 })
    await inside()
  },
  async undo(step, _, { isSame, previous, made }) {
    if (isSame === true) return
    const isStillOurs = (await readBytes(step.path))?.equals(await encode(step)) === true
    if (isStillOurs && typeof previous === 'string') {
      await writeFileAtomic(step.path, Buffer.from(previous, 'base64'))
    } else if (isStillOurs) await rm(step.path, { force: true })
    if (typeof made === 'string') await removeEmptyUpTo(dirname(step.path), made)
  },
}
