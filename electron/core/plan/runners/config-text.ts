import { open, readFile, writeFile } from 'node:fs/promises'
import { decodeConf, encodeConf } from '../../../postgres/facts/conf/encoding.ts'
import { redactSecrets } from '../../../postgres/facts/redact-secrets.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'
import { isDiskFull } from '../../../system/storage/disk-full.ts'
import type { StepContext } from '../job/step-runner.ts'

/** A configuration file as text; missing counts as empty. Files in the ANSI code page stay in it. */
export async function readConfig(file: string) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  return decodeConf(bytes)
}

type Decoded = Awaited<ReturnType<typeof readConfig>>

/** Changes a file's text, its bytes elsewhere untouched; one whose text stays is not written. */
export async function rewrite(file: string, change: (text: string) => string, inCopy = false): Promise<void> {
  const { text, encoding }: Decoded = await readConfig(file)
  const changed = change(text)
  if (changed === text) return
  const bytes = encodeConf(changed, encoding)
  await (inCopy ? writeFile(file, bytes, { mode: 0o600 }) : writeFileAtomic(file, bytes))
}

/**
 * Takes our lines out again. A full disk must not keep a job from being undone: what has become shorter is then written
 * over the old text in place.
 */
export async function takeBack(file: string, change: (text: string) => string): Promise<void> {
  await rewrite(file, change).catch(async (error: unknown) => {
    const { text, encoding } = await readConfig(file)
    const bytes = encodeConf(change(text), encoding)
    if (!isDiskFull(error) || bytes.length > encodeConf(text, encoding).length) throw error
    const handle = await open(file, 'r+')
    try {
      await handle.write(bytes, 0, bytes.length, 0)
      await handle.truncate(bytes.length)
      await handle.sync()
    } finally {
      await handle.close()
    }
  })
}

/** A line that a user wrote with a password in it stays out of the journal: it waits in the job's private folder. */
export async function journalled<T>(
  undo: readonly T[],
  context: Pick<StepContext, 'keepSecret'>,
): Promise<{ undo: readonly T[] } | { secret: true }> {
  const shown = JSON.stringify(undo, (_, part: unknown) =>
    typeof part === 'string' ? redactSecrets(part) : part,
  )
  if (shown === JSON.stringify(undo)) return { undo }
  await context.keepSecret(undo)
  return { secret: true }
}

/** What `journalled` put away. */
export async function undoOf<T>(
  before: Readonly<Record<string, unknown>>,
  context: StepContext,
): Promise<readonly T[]> {
  return (before['secret'] === true ? await context.readSecret() : before['undo']) as readonly T[]
}
