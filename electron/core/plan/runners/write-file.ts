import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import iconv from 'iconv-lite'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readAnsiCodePage } from '../../../system/platform/windows-code-page.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { WriteFileStep } from '../steps/configuration.ts'
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

export const writeFileRunner: StepRunner<WriteFileStep> = {
  async before({ path }) {
    return { existed: (await readBytes(path)) !== null, made: await topmostMissing(dirname(path)) }
  },
  async run(step, { inside, resumed }, { existed }) {
    const bytes = await encode(step)
    const standing = await readBytes(step.path)
    if (standing && !standing.equals(bytes) && (existed === true || !resumed)) {
      throw new PgTandemError('file-is-different', { path: step.path })
    }
    await mkdir(dirname(step.path), { recursive: true })
    await writeFileAtomic(step.path, bytes, { mode: step.executable ? 0o755 : 0o644 })
    await inside()
  },
  async undo(step, _, { existed, made }) {
    if (existed === true) return
    const standing = await readBytes(step.path)
    if (standing?.equals(await encode(step))) await rm(step.path, { force: true })
    if (typeof made === 'string') await removeEmptyUpTo(dirname(step.path), made)
  },
}
