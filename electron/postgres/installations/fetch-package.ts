import { PgTandemError, type ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import { extractWhole } from './download/extract-whole.ts'
import { obtainTarball, type PinnedPackage } from './download/obtain-tarball.ts'
import type { OnBytes } from './download/receive-rest.ts'
import { readRegistryOptions } from './read-npm-settings.ts'

/** Where a package goes, and who wants to know. */
export interface FetchOptions {
  /** Becomes the package's folder; emptied first. */
  readonly into: string
  /** Of packed files, checked by their hash: what is in it is not downloaded again. */
  readonly cacheDir: string
  readonly onBytes?: OnBytes
  readonly signal?: AbortSignal
  readonly env?: NodeJS.ProcessEnv
  /** See `ReceiveOptions`. */
  readonly pausesMs?: readonly number[]
}

const codeOf = (cause: string): ErrorCode => {
  if (cause === 'EINTEGRITY') return 'download-corrupted'
  if (cause === 'E404' || cause === 'ETARGET') return 'download-not-found'
  if (cause === 'E401' || cause === 'E403') return 'download-refused'
  return 'download-failed'
}

const describeFailure = (error: unknown, { name, version }: PinnedPackage, options: FetchOptions) => {
  if (options.signal?.aborted === true) return new PgTandemError('cancelled', {}, {}, { cause: error })
  if (!(error instanceof Error) || error instanceof PgTandemError) return error
  const cause = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (cause === 'ENOSPC' || cause === 'EDQUOT')
    return new PgTandemError('download-disk-full', { path: options.into }, {}, { cause: error })
  // Addresses of proxies and registries may hold a password.
  const reason = (error.message.split('\n')[0] ?? cause).replaceAll(/\/\/[^/@\s]*@/g, '//***@')
  return new PgTandemError(codeOf(cause), { package: `${name}@${version}`, reason }, {}, { cause: error })
}

/** npm's own address in what another registry says means a file of that registry, as npm reads it. */
const ofRegistry = (address: string, registry: string): string => {
  const { host, pathname } = new URL(address)
  return host === 'registry.npmjs.org' ? new URL(pathname, registry).href : address
}

/**
 * Downloads a package and unpacks it into a folder, by npm's own libraries, with npm's registry, proxy and certificates.
 *
 * None of its scripts is run; links in it are left out, and names that would leave the folder are refused. A file whose
 * hash is another one never reaches the folder. A broken download is gone on with, see `obtainTarball`.
 *
 * The libraries are loaded here only, when needed: they cost a command line a third of a second.
 * Throws `download-corrupted`, `download-not-found`, `download-refused`, `download-failed`, `download-disk-full`,
 * `read-only-disk`, `path-not-writable`, `file-not-written` or `cancelled`.
 */
export const fetchPackage = async (wanted: PinnedPackage, options: FetchOptions): Promise<void> => {
  const { signal, env, into } = options
  const { integrity } = wanted
  const { default: pacote } = await import('pacote')
  const spec = `${wanted.name}@${wanted.version}`
  try {
    signal?.throwIfAborted()
    const settings = {
      ...(await readRegistryOptions(env)),
      spec,
      ...(signal === undefined ? {} : { signal }),
    }
    let address: Promise<string> | undefined
    const askForAddress = async () => {
      const { pickRegistry } = (await import('npm-registry-fetch')).default
      const { _resolved: resolved } = await pacote.manifest(spec, { ...settings, integrity })
      return ofRegistry(resolved, pickRegistry(spec, settings))
    }
    const file = await obtainTarball(wanted, {
      ...options,
      settings,
      address: () => (address ??= askForAddress()),
    })
    signal?.throwIfAborted()
    await extractWhole(file, into, integrity)
    signal?.throwIfAborted()
  } catch (error) {
    throw describeFailure(error, wanted, options)
  }
}
