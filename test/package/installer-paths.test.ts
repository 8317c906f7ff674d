import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../resources/package', import.meta.url))

/** NSIS on Windows looks for the last backslash of a path, and finds nothing behind a slash; on Linux it takes both. */
test('the installer’s script names files as NSIS on Windows finds them', async () => {
  const scripts = (await readdir(folder, { recursive: true })).filter((file) => /\.ns[ih]$/.test(file))
  expect(scripts.length).toBeGreaterThan(4)
  const paths = []
  for (const script of scripts) {
    const text = await readFile(path.join(folder, script), 'utf8')
    for (const [found] of text.matchAll(/(?<=")(\$\{(NSISDIR|BUILD_RESOURCES_DIR)\}|\$%\w+%)[\\/][^"]*/g))
      paths.push(found)
  }
  expect(paths.length).toBeGreaterThan(6)
  expect(paths.filter((found) => found.includes('/'))).toEqual([])
})
