import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type RequestOptions, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpdater } from '../../../../electron/faces/desktop/updates/updater.ts'

let home = ''
let server: Server
let published = '0.2.0'
const asked: string[] = []
const setup = Buffer.from('MZ: what somebody put in the place of Setup.exe')
const sha512 = createHash('sha512').update(setup).digest('base64')

const isDescription = (name: string): boolean => /^latest.*\.yml$/.test(name)

/** As much of Electron as electron-updater asks for; it gets it by `require`. */
const electron = {
  app: {
    isPackaged: true,
    getName: () => 'pgtandem',
    getVersion: () => '0.1.0',
    getPath: () => path.join(home, 'user-data'),
    whenReady: () => Promise.resolve(),
    once: () => undefined,
  },
  session: { fromPartition: () => null },
  net: { request: (options: RequestOptions) => request({ ...options, agent: undefined }) },
}

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-updater-'))
  const require = createRequire(import.meta.resolve('electron-updater'))
  const file = require.resolve('electron')
  Object.assign(require.cache, { [file]: { id: file, filename: file, loaded: true, exports: electron } })
  server = createServer(({ url = '' }, response) => {
    const name = url.replace(/^\/|\?.*$/g, '')
    asked.push(name)
    const description = [
      `version: ${published}`,
      'files:',
      '  - url: Setup.exe',
      `    sha512: ${sha512}`,
      `    size: ${setup.length}`,
      'path: Setup.exe',
      `sha512: ${sha512}`,
      '',
    ]
    // It asks for the file of the system that it runs on.
    response.end(isDescription(name) ? description.join('\n') : setup)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await mkdir(path.join(home, 'resources'))
  await writeFile(
    path.join(home, 'resources', 'app-update.yml'),
    `provider: generic\nurl: http://127.0.0.1:${port}\nupdaterCacheDirName: pgtandem-updater\npublisherName:\n  - CN=Us\n`,
  )
  Object.defineProperty(process, 'resourcesPath', {
    value: path.join(home, 'resources'),
    configurable: true,
  })
  vi.stubEnv('LOCALAPPDATA', home)
  vi.stubEnv('XDG_CACHE_HOME', home)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  Reflect.deleteProperty(process, 'resourcesPath')
  await new Promise((resolve) => server.close(resolve))
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})
beforeEach(() => void asked.splice(0))

describe('electron-updater as we use it on Windows', () => {
  it('tells of a newer version, and gets nothing by itself', async () => {
    published = '0.2.0'
    expect(await (await createUpdater('win32')).look()).toBe('0.2.0')
    expect(asked).toHaveLength(1)
    expect(isDescription(asked[0] ?? '')).toBe(true)
  })

  it.each(['0.1.0', '0.0.9'])('is not interested in %s', async (version) => {
    published = version
    expect(await (await createUpdater('win32')).look()).toBeNull()
  })

  it('refuses what carries no signature, also where PowerShell cannot be asked, and keeps nothing of it', async () => {
    published = '0.2.0'
    const updater = await createUpdater('win32')
    expect(await updater.look()).toBe('0.2.0')
    await expect(updater.fetch()).rejects.toThrow('is not signed by the application owner')
    expect(asked).toContain('Setup.exe')
    const kept = await readdir(path.join(home, 'pgtandem-updater'), { recursive: true })
    expect(kept.filter((name) => name.endsWith('.exe'))).toEqual([])
  })
})
