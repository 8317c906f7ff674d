// Bundles a program for plain Node, with every package it needs inside.
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { draftOf, putInPlace } from './put-in-place.mjs'
import { recordPackages } from './record-packages.mjs'

/** CommonJS packages inside ask for `require`, `__filename` and `__dirname`, which modules lack. */
const banner = [
  "import { createRequire as pgtandemCreateRequire } from 'node:module'",
  "import { fileURLToPath as pgtandemFileURLToPath } from 'node:url'",
  'const require = pgtandemCreateRequire(import.meta.url)',
  'const __filename = pgtandemFileURLToPath(import.meta.url)',
  "const __dirname = pgtandemFileURLToPath(new URL('.', import.meta.url))",
].join('\n')

/**
 * The driver asks whether it runs at Cloudflare by making a Response, which makes Node load its whole HTTP client: 20 ms
 * of every start.
 */
const notAtCloudflare = {
  name: 'not-at-cloudflare',
  transform(code, id) {
    if (!/[\\/]pg[\\/]lib[\\/]stream\.js$/.test(id)) return null
    const changed = code.replace("typeof Response === 'function'", 'false')
    if (changed === code)
      throw new Error('pg no longer asks for Response: take this plugin out of build/bundle.mjs')
    return { code: changed, map: null }
  },
}

/** What packages ask for only where it is there. */
const optional = ['pg-native', 'bufferutil', 'utf-8-validate']

/**
 * With `wholeFolder` the folder of `out` is ours and replaced; else only our files in it are. `more` stays outside; `notices`
 * names the list of the packages that are inside, where one is wanted.
 */
export async function bundle({ root, entry, out, wholeFolder, notices, more = [] }) {
  const external = [...optional, ...more]
  const outDir = path.dirname(out)
  const name = path.basename(out)
  const draft = draftOf(outDir)
  await mkdir(path.dirname(outDir), { recursive: true })
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      plugins: [notAtCloudflare, ...(notices === undefined ? [] : [recordPackages(root, notices)])],
      ssr: { noExternal: true, external, target: 'node' },
      build: {
        ssr: entry,
        target: 'node20',
        outDir: draft,
        emptyOutDir: true,
        minify: true,
        rolldownOptions: {
          external,
          output: {
            format: 'es',
            banner,
            entryFileNames: name,
            chunkFileNames: `${path.parse(name).name}-[name]-[hash].mjs`,
          },
        },
      },
    })
    for (const file of (await readdir(draft)).filter((found) => found.endsWith('.mjs')))
      await finish(path.join(draft, file), file === name)
    if (wholeFolder) await putInPlace(draft, outDir)
    else {
      await mkdir(outDir, { recursive: true })
      for (const file of await readdir(draft)) await rename(path.join(draft, file), path.join(outDir, file))
    }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function finish(file, isProgram) {
  const text = onlyAscii(await readFile(file, 'utf8'))
  await writeFile(file, isProgram && !text.startsWith('#!') ? `#!/usr/bin/env node\n${text}` : text)
  if (isProgram) await chmod(file, 0o755)
}

/** Chinese sentences as escapes: V8 keeps a source of ASCII at one byte a character, and starts it sooner. */
const onlyAscii = (text) =>
  text.replaceAll(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
