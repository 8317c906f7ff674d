import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { acquireLock, type Lock } from '../../../system/storage/lock.ts'
import { whileHeld } from '../../../system/storage/while-held.ts'
import { openPartialFile, removePartial, writing } from './partial-file.ts'
import { receiveRest, type OnBytes, type ReceiveOptions } from './receive-rest.ts'

/** One package, exactly: its name, version, and the sha512 and size of its packed file. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  /** `sha512-` and the hash in base64. */
  readonly integrity: string
  readonly bytes: number
}

export interface ObtainOptions extends Omit<ReceiveOptions, 'bytes'> {
  readonly cacheDir: string
}

/** How often to look whether another program that downloads the same file is done, and how far it is. */
const LOOK_EVERY_MS = 250

/** Where a package's file is in the cache: whole ones in it, those that still come in `partial`. */
export const tarballPlaces = (cacheDir: string, { name, version, integrity }: PinnedPackage) => {
  const hash = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex', 0, 4)
  const file = `${name.replace(/^@/, '').replaceAll('/', '-')}-${version}-${hash}.tgz`
  const partial = path.join(cacheDir, 'partial', file)
  return { whole: path.join(cacheDir, file), partial, lock: `${partial}.lock` }
}

/** The sha512 of a file as npm writes it; undefined when there is none. */
const integrityOf = async (file: string, signal?: AbortSignal): Promise<string | undefined> => {
  const hash = createHash('sha512')
  try {
    for await (const chunk of createReadStream(file, signal === undefined ? {} : { signal }))
      hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return `sha512-${hash.digest('base64')}`
}

/** Waits as long as another program downloads the file, and tells meanwhile how far that one is. */
const lockPatiently = async (
  places: ReturnType<typeof tarballPlaces>,
  { signal, onBytes }: { readonly signal?: AbortSignal; readonly onBytes?: OnBytes },
): Promise<Lock> => {
  await writing(places.lock, () => mkdir(path.dirname(places.lock), { recursive: true }))
  const note = `download ${path.basename(places.whole)}`
  for (;;) {
    const lock = await writing(places.lock, () => acquireLock(places.lock, { note, waitMs: LOOK_EVERY_MS }))
    if (!('heldBy' in lock)) return lock
    signal?.throwIfAborted()
    const coming = await stat(places.partial).catch(() => undefined)
    if (coming !== undefined) onBytes?.(coming.size, 0)
  }
}

/**
 * The packed file of a package, whole and checked; from the cache without any network when it is there.
 *
 * What is missing is downloaded. A download that ends in the middle, even by a kill, leaves what came in the cache's
 * `partial`, and the next one goes on from there. Only one program at a time downloads a file; the others wait and then
 * use it. It gets its name in the cache only when its sha512 is the pinned one; a partial file that turns out to be
 * another file is deleted.
 *
 * Throws `EINTEGRITY` and what `receiveRest` throws.
 */
export const obtainTarball = async (wanted: PinnedPackage, options: ObtainOptions): Promise<string> => {
  const { cacheDir, signal, onBytes } = options
  const places = tarballPlaces(cacheDir, wanted)
  const isCached = async () => {
    if ((await integrityOf(places.whole, signal)) !== wanted.integrity) return false
    onBytes?.(wanted.bytes, 0)
    return true
  }
  if (await isCached()) return places.whole
  const lock = await lockPatiently(places, options)
  try {
    if (!(await isCached())) await complete(wanted, places, options)
    return places.whole
  } finally {
    await lock.release()
  }
}

const receive = async (partial: string, options: ReceiveOptions): Promise<void> => {
  const file = await openPartialFile(partial)
  try {
    await receiveRest(file, options)
  } finally {
    await file.close()
  }
}

const complete = async (
  { bytes, integrity }: PinnedPackage,
  { partial, whole }: ReturnType<typeof tarballPlaces>,
  options: ObtainOptions,
): Promise<void> => {
  try {
    await receive(partial, { ...options, bytes })
    const found = await integrityOf(partial, options.signal)
    if (found !== integrity)
      throw Object.assign(new Error(`${String(found)} ≠ ${integrity}`), { code: 'EINTEGRITY' })
    await writing(whole, () => whileHeld(() => rename(partial, whole)))
    await removePartial(partial)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EINTEGRITY') await removePartial(partial)
    throw error
  }
}
