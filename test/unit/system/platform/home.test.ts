import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ensureHome, homeFailure, resolveHome } from '../../../../electron/system/platform/home.ts'

const unix = process.platform !== 'win32'

describe('resolveHome', () => {
  const facts = { env: {}, platform: 'linux', homedir: '/home/li', isRoot: false } as const
  it.each([
    [{}, '/home/li/.local/share/pgtandem'],
    [{ isRoot: true }, '/var/lib/pgtandem'],
    [{ platform: 'darwin', homedir: '/Users/li' }, '/Users/li/Library/Application Support/PgTandem'],
    [{ env: { PGTANDEM_HOME: '/srv/tandem/' }, isRoot: true }, '/srv/tandem'],
    [{ env: { PGTANDEM_HOME: '' } }, '/home/li/.local/share/pgtandem'],
    [
      { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Users\\李\\AppData\\Local' } },
      'C:\\Users\\李\\AppData\\Local\\PgTandem',
    ],
    [{ platform: 'win32', homedir: 'C:\\Users\\li' }, 'C:\\Users\\li\\AppData\\Local\\PgTandem'],
    [{ platform: 'win32', env: { PGTANDEM_HOME: 'D:/pg' } }, 'D:\\pg'],
  ] as const)('%j → %s', (change, expected) => {
    expect(resolveHome({ ...facts, ...change })).toBe(expected)
  })

  it('refuses a relative home, and an account without one', () => {
    expect(() => resolveHome({ ...facts, env: { PGTANDEM_HOME: 'here' } })).toThrow('home-not-absolute')
    expect(() => resolveHome({ ...facts, homedir: '' })).toThrow('home-unknown')
  })
})

describe('ensureHome', () => {
  let directory = ''
  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'home-'))
    return () => rm(directory, { recursive: true, force: true })
  })

  it('makes a closed directory and leaves one that exists as it is', async () => {
    const home = path.join(directory, 'a', 'home')
    expect(await ensureHome(home)).toBe('made')
    expect((await stat(home)).mode & 0o777).toBe(unix ? 0o700 : 0o666)
    await chmod(home, 0o750)
    expect(await ensureHome(home)).toBe('present')
    expect((await stat(home)).mode & 0o777).toBe(unix ? 0o750 : 0o666)
  })

  it('refuses a file, and a place below one', async () => {
    const file = path.join(directory, 'file')
    await writeFile(file, '')
    await expect(ensureHome(file)).rejects.toMatchObject({
      code: 'home-not-a-directory',
      params: { path: file },
    })
    await expect(ensureHome(path.join(file, 'x'))).rejects.toThrow('home-not-a-directory')
  })

  it.skipIf(!unix)('refuses a place that this account cannot write to', async () => {
    await chmod(directory, 0o555)
    const isRoot = process.getuid?.() === 0
    if (isRoot) process.seteuid?.(54_321)
    try {
      const home = path.join(directory, 'home')
      await expect(ensureHome(home)).rejects.toMatchObject({
        code: 'home-not-writable',
        params: { path: home },
      })
    } finally {
      if (isRoot) process.seteuid?.(0)
      await chmod(directory, 0o755)
    }
  })

  it.each([
    ['EROFS', 'home-read-only'],
    ['EACCES', 'home-not-writable'],
    ['ENOTDIR', 'home-not-a-directory'],
    ['ENOENT', 'home-not-made'],
    ['EINVAL', 'home-not-made'],
  ])('tells %s as %s', (code, expected) => {
    expect(homeFailure('/h', Object.assign(new Error(code), { code }))).toMatchObject({ code: expected })
  })
})
