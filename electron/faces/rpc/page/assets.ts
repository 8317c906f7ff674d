import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** One file of the page, in memory. */
export interface Asset {
  readonly type: string
  /** Its name changes with its content. */
  readonly immutable: boolean
  readonly raw: Buffer
  /** Present once it has been compressed, where that makes it smaller. */
  gzip?: Buffer
  br?: Buffer
}

/** The built page: files by the path that a browser asks for, and the page itself with a placeholder for the nonce. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>
  readonly index: string
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Reads a whole built page, so that nothing is read from disk later: by then this account may be another one. */
export async function readAssets(folder: string): Promise<Assets> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Asset>()
  for (const entry of entries.filter((found) => found.isFile() && found.name !== 'index.html')) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    files.set(`/${name}`, {
      type: types[path.extname(file)] ?? 'application/octet-stream',
      immutable: name.startsWith('assets/'),
      raw: await readFile(file),
    })
  }
  return { files, index: await readFile(path.join(folder, 'index.html'), 'utf8') }
}

const isText = ({ type }: Asset): boolean => /^(text|application\/(json|manifest))|svg/.test(type)
const SMALLEST = 1024
const QUALITY = 9

/** Compresses what gains by it, one file after the other beside the program's other work, until `signal` aborts. */
export async function compressAssets({ files }: Assets, signal: AbortSignal): Promise<void> {
  for (const asset of files.values()) {
    if (signal.aborted) return
    if (!isText(asset) || asset.raw.length < SMALLEST) continue
    asset.gzip = await promisify(gzip)(asset.raw)
    asset.br = await promisify(brotliCompress)(asset.raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: asset.raw.length,
      },
    })
  }
}
