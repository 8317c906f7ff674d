import { createHash, randomBytes } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tarballPlaces } from '../../electron/postgres/installations/download/obtain-tarball.ts'
import { openPartialFile } from '../../electron/postgres/installations/download/partial-file.ts'
import { fetchPackage, type FetchOptions } from '../../electron/postgres/installations/fetch-package.ts'
import { startHttpProxy } from '../helpers/http-proxy.ts'
import { type PackageRegistry, startPackageRegistry } from '../helpers/package-registry.ts'

const MB = 1_000_000
const content = randomBytes(3 * MB)

let root = ''
let file: Buffer = Buffer.alloc(0)
let wanted = { name: '@made/for-tests', version: '1.2.3', integrity: '', bytes: 0 }
let registry: PackageRegistry
let cacheDir = ''
let into = ''

beforeAll(async () => {
  // A folder whose name means something in addresses and shells.
  root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem %20#~ 下载-'))
  const folder = path.join(root, 'package')
  await mkdir(folder)
  await writeFile(path.join(folder, 'content'), content)
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(wanted))
  file = execFileSync('tar', ['-czf', '-', '-C', root, 'package'], { maxBuffer: 10 * MB })
  const integrity = `sha512-${createHash('sha512').update(file).digest('base64')}`
  wanted = { ...wanted, integrity, bytes: file.byteLength }
})

beforeEach(async (context) => {
  const home = await mkdtemp(path.join(root, 'home-'))
  cacheDir = path.join(home, 'cache')
  into = path.join(home, 'unpacked')
  registry = await startPackageRegistry({ ...wanted, file })
  context.onTestFinished(() => registry.close())
})

afterAll(() => rm(root, { recursive: true, force: true }))

interface Seen {
  readonly bytes: number
  readonly resumedFrom: number
}

const fetch = async (options: Partial<FetchOptions> = {}): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  await fetchPackage(wanted, {
    into,
    cacheDir,
    env: { HOME: root, npm_config_registry: registry.url },
    pausesMs: [1, 1],
    onBytes: (bytes, resumedFrom) => seen.push({ bytes, resumedFrom }),
    ...options,
  })
  return seen
}

const places = () => tarballPlaces(cacheDir, wanted)
const partialBytes = async () => (await stat(places().partial)).size

/** What the cache holds besides lock files that are being removed. */
const expectWhole = async () => {
  expect((await readFile(path.join(into, 'content'))).equals(content)).toBe(true)
  expect((await readFile(places().whole)).equals(file)).toBe(true)
  expect(await readdir(path.dirname(places().partial))).toEqual([])
}

/** Breaks a download and leaves its partial file; says how much came. */
const breakDownload = async (breakAfter = MB): Promise<number> => {
  registry.plan({ breakAfter })
  await expect(fetch({ pausesMs: [] })).rejects.toMatchObject({ code: 'download-failed' })
  const came = await partialBytes()
  expect(came).toBeGreaterThan(0)
  expect(came).toBeLessThanOrEqual(breakAfter)
  return came
}

const ranges = () => registry.files.map(({ range }) => range)
const wholeRange = undefined

test('a download that breaks goes on by itself from where it broke', async () => {
  registry.plan({ breakAfter: MB }, { breakAfter: MB })
  const seen = await fetch()
  await expectWhole()
  const [first, second, third] = registry.files
  expect(first).toMatchObject({ range: wholeRange, ifRange: undefined })
  const [from, later] = [second, third].map((request) => Number(request?.range?.slice(6, -1)))
  expect(seen.map(({ bytes }) => bytes)).toEqual(expect.arrayContaining([from, later]))
  expect(later).toBeGreaterThan(from ?? 0)
  expect(second?.ifRange).toBe('"first"')
  expect(registry.descriptions()).toBe(1)
  expect(new Set(seen.map(({ resumedFrom }) => resumedFrom))).toEqual(new Set([0]))
})

test('one that stays broken fails with the reason, keeps what came, and the next goes on from there', async () => {
  registry.plan({ breakAfter: 1000 }, { breakAfter: 1000 }, { breakAfter: 1000 })
  const failure = await fetch().catch((error: unknown) => error)
  expect(failure).toMatchObject({
    code: 'download-failed',
    params: { package: '@made/for-tests@1.2.3', reason: expect.stringMatching(/\w/) as string },
  })
  expect(registry.files).toHaveLength(3)
  const came = await partialBytes()
  expect(existsSync(into)).toBe(false)
  const seen = await fetch()
  await expectWhole()
  expect(ranges().at(-1)).toBe(`bytes=${came}-`)
  expect(seen[0]).toEqual({ bytes: came, resumedFrom: came })
  expect(seen.at(-1)).toEqual({ bytes: wanted.bytes, resumedFrom: came })
})

test('cancelled in the middle, it goes on the next time', async () => {
  const cancel = new AbortController()
  registry.plan({ stallAfter: MB })
  const onBytes = (bytes: number) => {
    if (bytes > 0) cancel.abort()
  }
  await expect(fetch({ signal: cancel.signal, onBytes })).rejects.toMatchObject({ code: 'cancelled' })
  const came = await partialBytes()
  expect(came).toBeGreaterThan(0)
  await fetch()
  await expectWhole()
  expect(ranges()).toEqual([wholeRange, `bytes=${came}-`])
})

test('a server that knows no ranges sends the whole file, and it is whole only once', async () => {
  const came = await breakDownload()
  registry.plan({ ignoreRange: true })
  const seen = await fetch()
  await expectWhole()
  expect(ranges()).toEqual([wholeRange, `bytes=${came}-`])
  expect(seen[0]).toEqual({ bytes: 0, resumedFrom: 0 })
})

test('a file that was exchanged meanwhile is not mixed with the old one', async () => {
  await breakDownload()
  await writeFile(places().partial, randomBytes(MB))
  registry.setTag('"second"')
  await fetch()
  await expectWhole()
  expect(registry.files.at(-1)?.ifRange).toBe('"first"')
})

test.each([
  ['416', { status: 416 }],
  ['another beginning', { contentRange: 'bytes 5-9/10' }],
  ['no content', { status: 204 }],
])('after an answer that fits nothing (%s) it starts over', async (_name, behaviour) => {
  const came = await breakDownload()
  registry.plan(behaviour)
  await fetch()
  await expectWhole()
  expect(ranges()).toEqual([wholeRange, `bytes=${came}-`, wholeRange])
})

test('what was left is of another file: the sha512 says so, and it is thrown away', async () => {
  const came = await breakDownload()
  await writeFile(places().partial, randomBytes(came))
  await expect(fetch()).rejects.toMatchObject({
    code: 'download-corrupted',
    params: { reason: expect.stringContaining(wanted.integrity) as string },
  })
  expect(existsSync(into)).toBe(false)
  expect(await readdir(path.dirname(places().partial))).toEqual([])
  await fetch()
  await expectWhole()
  expect(ranges().at(-1)).toBe(wholeRange)
})

test('a file of another size is refused before it comes, one that never ends when it is too long', async () => {
  registry.plan({ body: Buffer.from('this is not PostgreSQL') })
  await expect(fetch()).rejects.toMatchObject({ code: 'download-corrupted' })
  const came = await breakDownload()
  registry.plan({ status: 206, body: randomBytes(wanted.bytes) })
  await expect(fetch()).rejects.toMatchObject({ code: 'download-corrupted' })
  expect(came).toBeGreaterThan(0)
  expect(await readdir(path.dirname(places().partial))).toEqual([])
})

test('a partial file that has all its bytes needs no network; one that is too long counts for nothing', async () => {
  await mkdir(path.dirname(places().partial), { recursive: true })
  await writeFile(places().partial, file)
  await fetch()
  await expectWhole()
  expect([registry.files.length, registry.descriptions()]).toEqual([0, 0])
  await rm(places().whole)
  await writeFile(places().partial, Buffer.concat([file, file]))
  await fetch()
  await expectWhole()
  expect(ranges()).toEqual([wholeRange])
})

test('a whole file in the cache needs no network; a damaged one is downloaded again', async () => {
  await fetch()
  const seen: number[] = []
  const dead = { HOME: root, npm_config_registry: 'http://127.0.0.1:9/' }
  await fetch({ env: dead, onBytes: (bytes) => seen.push(bytes) })
  await expectWhole()
  expect(seen).toEqual([wanted.bytes])
  await appendFile(places().whole, 'x')
  await fetch()
  await expectWhole()
  expect(ranges()).toEqual([wholeRange, wholeRange])
})

test('two at once download it once', async () => {
  registry.plan({ breakAfter: MB })
  const other = `${into}-2`
  await Promise.all([fetch({ pausesMs: [1000] }), fetch({ into: other, pausesMs: [1000] })])
  await expectWhole()
  expect((await readFile(path.join(other, 'content'))).equals(content)).toBe(true)
  expect(registry.files).toHaveLength(2)
  expect(registry.descriptions()).toBe(1)
})

test('the rest is asked for with npm’s settings: the scope’s registry, its token, the proxy', async () => {
  const proxy = await startHttpProxy()
  try {
    const { host } = new URL(registry.url)
    const rc = path.join(root, 'npmrc')
    const lines = [
      'registry=http://127.0.0.1:9/',
      `@made:registry=${registry.url}`,
      `//${host}/:_authToken=tok-1`,
      `proxy=${proxy.url}`,
    ]
    await writeFile(rc, `${lines.join('\n')}\n`)
    registry.plan({ breakAfter: MB })
    await fetch({ env: { HOME: root, npm_config_userconfig: rc, npm_config_noproxy: '' } })
    await expectWhole()
    expect(registry.files).toHaveLength(2)
    expect(registry.files.map(({ authorization }) => authorization)).toEqual(['Bearer tok-1', 'Bearer tok-1'])
    expect(ranges()[1]).toMatch(/^bytes=\d+-$/)
    expect(proxy.passed.filter((url) => url === `${registry.url}file.tgz`)).toHaveLength(2)
  } finally {
    await proxy.close()
  }
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test.skipIf(!hasOpenssl)(
  'the rest comes over TLS by npm’s cafile, or without strict-ssl (needs openssl)',
  async () => {
    const [key = '', cert = ''] = ['key.pem', 'cert.pem'].map((name) => path.join(root, name))
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert]
    execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' })
    const tls = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') }
    const secure = await startPackageRegistry({ ...wanted, file }, tls)
    try {
      const env = { HOME: root, npm_config_registry: secure.url }
      await expect(fetch({ env })).rejects.toMatchObject({
        code: 'download-failed',
        params: { reason: expect.stringMatching(/self-signed/) as string },
      })
      for (const setting of [{ npm_config_cafile: cert }, { npm_config_strict_ssl: 'false' }]) {
        await rm(cacheDir, { recursive: true, force: true })
        secure.plan({ breakAfter: MB })
        await fetch({ env: { ...env, ...setting } })
        await expectWhole()
        expect(secure.files.slice(-2).map(({ range }) => range?.slice(0, 6))).toEqual([undefined, 'bytes='])
      }
    } finally {
      await secure.close()
    }
  },
)

test('a file that cannot be unpacked fails the whole, though npm only warns of it', async (context) => {
  const tooLong = `s,content$,${'x'.repeat(300)},`
  const odd = execFileSync('tar', ['-czf', '-', '-C', root, '--transform', tooLong, 'package'], {
    maxBuffer: 10 * MB,
  })
  const integrity = `sha512-${createHash('sha512').update(odd).digest('base64')}`
  const other = { ...wanted, integrity, bytes: odd.byteLength }
  const source = await startPackageRegistry({ ...other, file: odd })
  context.onTestFinished(() => source.close())
  const fetching = fetchPackage(other, {
    into,
    cacheDir,
    env: { HOME: root, npm_config_registry: source.url },
  })
  await expect(fetching).rejects.toMatchObject({
    code: 'download-failed',
    params: { reason: expect.stringContaining('ENAMETOOLONG') as string },
  })
})

test('a token that is refused, and a package that is not there, are called so', async () => {
  registry.plan({ status: 401 }, { status: 404 })
  await expect(fetch()).rejects.toMatchObject({ code: 'download-refused' })
  await expect(fetch()).rejects.toMatchObject({ code: 'download-not-found' })
  expect(registry.files).toHaveLength(2)
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a cache that cannot be written to is named (not as root or on Windows, which may write anywhere)',
  async () => {
    await mkdir(cacheDir, { mode: 0o555 })
    await expect(fetch()).rejects.toMatchObject({
      code: 'path-not-writable',
      params: { path: path.dirname(places().partial) },
    })
    await chmod(cacheDir, 0o755)
  },
)

test.skipIf(!existsSync('/dev/full'))('a full disk is called so (where there is /dev/full)', async () => {
  const full = await openPartialFile('/dev/full')
  await expect(full.append(Buffer.from('x'))).rejects.toMatchObject({
    code: 'download-disk-full',
    params: { path: '/dev/full' },
  })
  await full.close()
})
