import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import { bundledPackages } from '../../build/package/notices.mjs'
import { packageFolderOf } from '../../build/record-packages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe.each(['linux', 'win'])('the notices in the package for %s', (platform) => {
  const folder = path.join(inject('packages'), `${platform}-unpacked`)
  const notices = (): Promise<string> =>
    readFile(path.join(folder, 'resources/THIRD-PARTY-NOTICES.txt'), 'utf8')

  test('name every package that the bundles hold', async () => {
    const text = await notices()
    const packages = bundledPackages(root)
    expect(packages.length).toBeGreaterThan(100)
    for (const name of ['pg', 'react', 'pacote', 'zod', 'electron-updater', '@fluentui/react-button'])
      expect(packages.map((entry) => entry.name)).toContain(name)
    for (const { name, version, licence } of packages)
      expect(text).toContain(`\n${name} ${version} (${licence})\n`)
  })

  test('hold the licence of PostgreSQL, and lead to those of Electron', async () => {
    const text = await notices()
    expect(text).toContain('PostgreSQL Global Development Group')
    expect(text).toMatch(/^ {2}OpenSSL( 3)?: .*openssl\.org/m)
    expect(text).toContain('1995-2026 Jean-loup Gailly and Mark Adler')
    const terms = [...text.matchAll(/^Terms: (.*)$/gm)].map(([, name]) => name)
    expect(terms).toEqual(expect.arrayContaining(['apache-2.0', 'mit', 'zlib']))
    // Windows' has two libraries under it.
    expect(terms.filter((name) => name === 'lgpl-2.1')).toHaveLength(platform === 'win' ? 1 : 0)
    for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
      expect(text).toContain(file)
      expect(await readdir(folder)).toContain(file)
    }
  })
})

test.each([
  ['/repo/node_modules/pg/lib/client.js', '/repo/node_modules/pg'],
  ['/repo/node_modules/@orpc/client/dist/a.mjs', '/repo/node_modules/@orpc/client'],
  ['/repo/node_modules/a/node_modules/b/i.js', '/repo/node_modules/a/node_modules/b'],
  ['/repo/electron/main.ts', undefined],
])('%s belongs to %s', (id, folder) => {
  expect(packageFolderOf(id)).toBe(folder)
})
