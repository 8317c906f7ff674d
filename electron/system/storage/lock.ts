import { randomUUID } from 'node:crypto'
import { link, open, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { isAlive, ownIdentity } from '../process/identity.ts'
import { isHeld, whileHeld } from './while-held.ts'

/** A lock that we hold. */
export interface Lock {
  /** May be called again; a lock whose process ends is void without it. */
  readonly release: () => Promise<void>
}

/** A lock that a living process holds. */
export interface LockHeld {
  readonly heldBy: { readonly pid: number; readonly note: string }
}

/** What to write into a lock, and how long to wait for it. */
export interface LockOptions {
  /** What its owner does, for the people who meet the lock. */
  readonly note: string
  /** Default 0: answer at once. */
  readonly waitMs?: number
}

const ownerSchema = z.object({ pid: z.number(), startToken: z.string(), id: z.string(), note: z.string() })
type Owner = z.infer<typeof ownerSchema>

const LOOK_EVERY_MS = 25
/** A lock file is complete when it appears; only where hard links are missing it may be empty for a moment. */
const UNFINISHED_MS = 2000
const MOST_TAKEOVERS = 8

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

const unlinkIfThere = (file: string) =>
  whileHeld(() => unlink(file)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })

type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'void'; readonly text: string }
  | { readonly kind: 'held'; readonly owner: Owner }

const parseOwner = (text: string): Owner | undefined => {
  try {
    return ownerSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

const unfinished: Found = { kind: 'held', owner: { pid: 0, startToken: '', id: '', note: '' } }

const readLock = async (file: string): Promise<Found> => {
  try {
    const text = await readFile(file, 'utf8')
    const owner = parseOwner(text)
    if (owner !== undefined) return (await isAlive(owner)) ? { kind: 'held', owner } : { kind: 'void', text }
    const ageMs = Date.now() - (await stat(file)).mtimeMs
    return ageMs < UNFINISHED_MS ? unfinished : { kind: 'void', text }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'absent' }
    // Windows: another process is just removing it.
    if (isHeld(error)) return unfinished
    throw error
  }
}

const createWithoutLink = async (file: string, text: string) => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

/** Creates the lock file with its content in one step; false when it exists. */
const createLockFile = async (file: string, owner: Owner): Promise<boolean> => {
  const text = JSON.stringify(owner)
  const draft = `${file}.${owner.id}`
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EISDIR', 'EINVAL'].includes(codeOf(error) ?? ''))
      throw error
    return await createWithoutLink(file, text).then(
      () => true,
      (reason: unknown) => {
        if (codeOf(reason) === 'EEXIST' || codeOf(reason) === 'EPERM') return false
        throw reason
      },
    )
  } finally {
    await unlinkIfThere(draft)
  }
}

const releaseOwn = (file: string, id: string) => async () => {
  const text = await whileHeld(() => readFile(file, 'utf8')).catch(() => '')
  if (parseOwner(text)?.id === id) await unlinkIfThere(file)
}

/**
 * Removes a void lock. Two takers may have read the same dead owner, and the slower one must not remove the lock that the
 * faster one has made since: so a void lock is removed only under a lock of its own, after a second look. A taker that
 * dies while it holds that second lock leaves a void lock, which is removed in the same way, one level deeper.
 */
const removeVoid = async (file: string, text: string, depth: number): Promise<void> => {
  if (depth >= MOST_TAKEOVERS) throw new Error(`too many abandoned locks beside ${file}`)
  const guard = await tryLock(`${file}.takeover`, 'takeover', depth + 1)
  if ('heldBy' in guard) return
  try {
    const again = await readLock(file)
    if (again.kind === 'void' && again.text === text) await unlinkIfThere(file)
  } finally {
    await guard.release()
  }
}

const tryLock = async (file: string, note: string, depth: number): Promise<Lock | LockHeld> => {
  const owner = { ...(await ownIdentity()), id: randomUUID(), note }
  if (await createLockFile(file, owner)) return { release: releaseOwn(file, owner.id) }
  const found = await readLock(file)
  if (found.kind === 'held') return { heldBy: { pid: found.owner.pid, note: found.owner.note } }
  if (found.kind === 'void') await removeVoid(file, found.text, depth)
  if (await createLockFile(file, owner)) return { release: releaseOwn(file, owner.id) }
  const after = await readLock(file)
  const { pid, note: theirs } = after.kind === 'held' ? after.owner : { pid: 0, note: '' }
  return { heldBy: { pid, note: theirs } }
}

/**
 * Takes a lock across processes, and within this one.
 *
 * The file names its owner by pid and start time, so the lock of a process that was killed is void at once, however its
 * pid is used again. The directory must exist. `heldBy.pid` is 0 when the owner changed while we looked.
 */
export const acquireLock = async (file: string, options: LockOptions): Promise<Lock | LockHeld> => {
  const deadline = Date.now() + (options.waitMs ?? 0)
  for (;;) {
    const result = await tryLock(file, options.note, 0)
    if (!('heldBy' in result)) return result
    if (Date.now() >= deadline) return result
    await sleep(LOOK_EVERY_MS * (0.5 + Math.random()))
  }
}

/** Runs `work` under a lock; throws `lock-held` when its owner keeps it longer than `waitMs`. */
export const withLock = async <T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> => {
  const lock = await acquireLock(file, options)
  if ('heldBy' in lock) throw new PgTandemError('lock-held', { ...lock.heldBy })
  try {
    return await work()
  } finally {
    await lock.release()
  }
}
