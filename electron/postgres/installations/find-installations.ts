import { realpath } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { listAddedFolders } from './added-folders.ts'
import { ensureBundled } from './ensure-bundled.ts'
import { isBroken, type BrokenInstallation, type Candidate, type Installation } from './installation.ts'
import { probeCacheFile, type InstallationPlaces } from './installation-places.ts'
import { addToCache, findInCache, readProbeCache, readProbeStamp, writeProbeCache } from './probe-cache.ts'
import { probeInstallation } from './probe-installation.ts'
import { listDownloaded } from './sources/downloaded.ts'
import { listEdb } from './sources/edb.ts'
import { listDebian, listPgdg } from './sources/linux-packages.ts'
import { listHomebrew, listPostgresApp } from './sources/mac.ts'
import { listOnPath } from './sources/search-path.ts'

/** Every installation that answered, and every folder that should have. */
export interface FoundInstallations {
  readonly installations: readonly Installation[]
  readonly broken: readonly BrokenInstallation[]
}

const isFailure = (bundled: readonly Candidate[] | BrokenInstallation): bundled is BrokenInstallation =>
  'code' in bundled

/** A bundled installation that could not be made fit (a full disk, a home that is read-only) hides no other one. */
const describeBundledFailure =
  (places: InstallationPlaces) =>
  (error: unknown): BrokenInstallation => {
    if (error instanceof PgTandemError && error.code === 'cancelled') throw error
    const failure = { binDir: places.programDir, source: 'bundled' as const }
    if (error instanceof PgTandemError) return { ...failure, code: error.code, params: error.params }
    if (!(error instanceof Error && 'code' in error)) throw error
    return {
      ...failure,
      code: 'installation-not-prepared',
      params: { home: places.home, reason: error.message },
    }
  }

const isUnix = ({ platform }: InstallationPlaces) => platform !== 'win32'

const listCandidates = async (places: InstallationPlaces, signal?: AbortSignal) => {
  const none: readonly Candidate[] = []
  // Before the downloads, since it may add to them.
  const bundled = await ensureBundled(places, signal).catch(describeBundledFailure(places))
  const others = await Promise.all([
    listDownloaded(places),
    isUnix(places) ? listDebian(places) : none,
    isUnix(places) ? listPgdg(places) : none,
    isUnix(places) ? listHomebrew(places) : none,
    isUnix(places) ? listPostgresApp(places) : none,
    listEdb(places),
    listOnPath(places),
    listAddedFolders(places.home),
  ])
  const working = isFailure(bundled) ? none : bundled
  return { candidates: [...working, ...others.flat()], failed: isFailure(bundled) ? [bundled] : [] }
}

const byRealPath = async (candidates: readonly Candidate[]): Promise<readonly Candidate[]> => {
  const real = await Promise.all(
    candidates.map(async ({ binDir, source }) => ({
      binDir: await realpath(binDir).catch(() => binDir),
      source,
    })),
  )
  return [
    ...new Map([...real].reverse().map((candidate) => [candidate.binDir, candidate])).values(),
  ].reverse()
}

/** Runs each candidate that the cache does not know, a few at a time, and remembers the answers of those that work. */
const probeAll = async (candidates: readonly Candidate[], home: string, signal?: AbortSignal) => {
  const file = probeCacheFile(home)
  const old = await readProbeCache(file)
  let cache = old
  const waiting = candidates.entries()
  const answers: (Installation | BrokenInstallation)[] = []
  const work = async () => {
    for (const [index, candidate] of waiting) {
      const { binDir, source } = candidate
      const stamp = await readProbeStamp(binDir)
      const known = stamp === undefined ? undefined : findInCache(old, binDir, stamp)
      const answer = known === undefined ? await probeInstallation(candidate, signal) : { ...known, source }
      if (known === undefined && stamp !== undefined && !isBroken(answer))
        cache = addToCache(cache, answer, stamp)
      answers[index] = answer
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  // A home that cannot be written to costs the cache, not the answer.
  if (cache !== old) await writeProbeCache(file, cache).catch(() => undefined)
  return answers
}

/**
 * Finds the installations of this machine, the program's own first. A folder found twice counts once, in the first way.
 *
 * Answers come from `installations.json` as long as the server program is unchanged, so mostly nothing is run.
 * The bundled installation is made fit to run on the way. Throws `state-file-damaged` for the list of added folders.
 */
export const findInstallations = async (
  places: InstallationPlaces,
  signal?: AbortSignal,
): Promise<FoundInstallations> => {
  const { candidates, failed } = await listCandidates(places, signal)
  const answers = await probeAll(await byRealPath(candidates), places.home, signal)
  return {
    installations: answers.filter((answer): answer is Installation => !isBroken(answer)),
    broken: [...failed, ...answers.filter(isBroken)],
  }
}

/** Reads the one installation in a folder, looking nowhere else: what a command on a known instance needs. */
export const readInstallation = async (
  binDir: string,
  home: string,
  signal?: AbortSignal,
): Promise<Installation | BrokenInstallation> => {
  const candidates = await byRealPath([{ binDir, source: 'folder' }])
  const [answer] = await probeAll(candidates, home, signal)
  return answer ?? { binDir, source: 'folder', code: 'installation-not-a-folder', params: { binDir } }
}
