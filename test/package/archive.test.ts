import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, inject, test } from 'vitest'
import { readAsar } from './helpers/asar.ts'

/** All that belongs into the archive: no tests, no sources, no maps, no packages. */
const belongs = [
  /^package\.json$/,
  /^dist\/cli\/pgtandem(-[\w-]+)?\.mjs$/,
  /^dist\/desktop\/(main(-[\w-]+)?\.mjs|preload\.cjs)$/,
  /^dist\/desktop\/icons\/[\w@-]+\.(png|ico)$/,
  /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|woff2?))$/,
]

/** What Electron itself has, and what packages ask for only where it is. */
const fromOutside = new Set(['electron', 'electron/main', 'pg-native', 'bufferutil', 'utf-8-validate'])

/** The names that a module imports, wherever in it. */
function importsOf(code: string): readonly string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('source' in node && typeof node.source === 'object' && node.source !== null)
      if ('value' in node.source && typeof node.source.value === 'string') found.push(node.source.value)
    for (const below of Object.values(node)) walk(below)
  }
  walk(parseAst(code))
  return found
}

const archive = (platform: string): Promise<ReadonlyMap<string, Buffer>> =>
  readAsar(path.join(inject('packages'), `${platform}-unpacked`, 'resources', 'app.asar'))

describe.each(['linux', 'win'])('the archive in the package for %s', (platform) => {
  test('has nothing in it that does not belong there', async () => {
    const names = [...(await archive(platform)).keys()]
    expect(names.filter((name) => !belongs.some((pattern) => pattern.test(name)))).toEqual([])
    for (const pattern of belongs) expect(names.some((name) => pattern.test(name))).toBe(true)
  })

  test('has every file that the page names', async () => {
    const files = await archive(platform)
    const page = files.get('dist/renderer/index.html')?.toString() ?? ''
    const named = [...page.matchAll(/\b(?:src|href)="(?!data:)([^"]+)"/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !files.has(path.posix.join('dist/renderer', name)))).toEqual([])
  })
})

test('the archive has every module that its modules import', async () => {
  // That of Windows has the same modules; see unpacked.test.ts.
  const files = await archive('linux')
  const imports = [...files]
    .filter(([name]) => /\.m?js$/.test(name))
    .flatMap(([name, content]) => importsOf(content.toString()).map((wanted) => ({ name, wanted })))
  const isThere = (name: string, wanted: string): boolean =>
    wanted.startsWith('.')
      ? files.has(path.posix.join(path.posix.dirname(name), wanted))
      : isBuiltin(wanted) || fromOutside.has(wanted)
  expect(imports.filter(({ wanted }) => wanted.startsWith('.')).length).toBeGreaterThan(100)
  expect(imports.filter(({ name, wanted }) => !isThere(name, wanted))).toEqual([])
})
