import { PgTandemError, type ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import { readRegistryOptions } from './read-npm-settings.ts'

/** One package, exactly: its name, version and the sha512 of its packed file. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** Where a package goes, and who wants to know. */
export interface FetchOptions {
  /** Becomes the package's folder; emptied first. */
  readonly into: string
  /** Of packed files, checked by their hash: what is in it is not downloaded again. */
  readonly cacheDir: string
  /** Bytes that arrived so far, starting again at 0 when the connection broke and the file is asked for again. */
  readonly onBytes?: (bytes: number) => void
  readonly signal?: AbortSignal
  readonly env?: NodeJS.ProcessEnv
}

const codeOf = (cause: string): ErrorCode => {
  if (cause === 'EINTEGRITY') return 'download-corrupted'
  if (cause === 'E404' || cause === 'ETARGET') return 'download-not-found'
  if (cause === 'E401' || cause === 'E403') return 'download-refused'
  return 'download-failed'
}

const describeFailure = (error: unknown, { name, version }: PinnedPackage, signal?: AbortSignal) => {
  if (signal?.aborted === true) return new PgTandemError('cancelled', {}, {}, { cause: error })
  if (!(error instanceof Error)) return error
  const cause = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Addresses of proxies and registries may hold a password.
  const reason = (error.message.split('\n')[0] ?? cause).replaceAll(/\/\/[^/@\s]*@/g, '//***@')
  return new PgTandemError(codeOf(cause), { package: `${name}@${version}`, reason }, {}, { cause: error })
}

/** Reads a stream to its end. Its errors stay listened to: a cancelled one has several, also after the first. */
const countBytes = (stream: NodeJS.EventEmitter, onBytes: (bytes: number) => void = () => undefined) =>
  new Promise<void>((resolve, reject) => {
    let bytes = 0
    stream.on('error', reject)
    stream.on('end', () => resolve())
    stream.on('data', (chunk: Uint8Array) => {
      bytes += chunk.byteLength
      onBytes(bytes)
    })
  })

/**
 * Downloads a package and unpacks it into a folder, by npm's own library, with npm's registry, proxy and certificates.
 *
 * None of its scripts is run; links in it are left out, and names that would leave the folder are refused. A file whose
 * hash is another one never reaches the folder. A broken download starts again from its first byte: the cache holds only
 * whole, checked files.
 *
 * The library is loaded here only, when needed: it costs a command line a third of a second.
 * Throws `download-corrupted`, `download-not-found`, `download-refused`, `download-failed` or `cancelled`.
 */
export const fetchPackage = async (wanted: PinnedPackage, options: FetchOptions): Promise<void> => {
  const { signal, onBytes } = options
  const { default: pacote } = await import('pacote')
  const spec = `${wanted.name}@${wanted.version}`
  const settings = {
    ...(await readRegistryOptions(options.env)),
    cache: options.cacheDir,
    integrity: wanted.integrity,
    preferOffline: true,
    umask: 0o022,
    ...(signal === undefined ? {} : { signal }),
  }
  try {
    signal?.throwIfAborted()
    const { _resolved: resolved } = await pacote.manifest(spec, settings)
    const pinned = { ...settings, resolved }
    await pacote.tarball.stream(spec, (stream) => countBytes(stream, onBytes), pinned)
    signal?.throwIfAborted()
    await pacote.extract(spec, options.into, pinned)
    signal?.throwIfAborted()
  } catch (error) {
    throw describeFailure(error, wanted, signal)
  }
}
