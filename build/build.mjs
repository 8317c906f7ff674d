// `npm run build`: bundles the command line into dist/cli/pgtandem.mjs, with everything it needs inside.
// `node build/build.mjs --entry FILE --out FILE` does the same with another entry, for tests and benches.
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { entry: { type: 'string' }, out: { type: 'string' } } })
const entry = path.resolve(values.entry ?? path.join(root, 'electron/faces/cli/main.ts'))
const out = path.resolve(values.out ?? path.join(root, 'dist/cli/pgtandem.mjs'))
const outDir = path.dirname(out)
const name = path.basename(out)
const isOurs = values.out === undefined
// Built beside its place and renamed: a program that starts meanwhile finds the old one or the new one, never half of one.
const draft = `${outDir}.building-${process.pid}`

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
      throw new Error('pg no longer asks for Response: take this plugin out of build/build.mjs')
    return { code: changed, map: null }
  },
}

await mkdir(path.dirname(outDir), { recursive: true })
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [notAtCloudflare],
    ssr: { noExternal: true, external: ['pg-native'], target: 'node' },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: draft,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: {
        external: ['pg-native'],
        output: {
          format: 'es',
          banner,
          entryFileNames: name,
          chunkFileNames: `${path.parse(name).name}-[name]-[hash].mjs`,
        },
      },
    },
  })
  const file = path.join(draft, name)
  const text = onlyAscii(await readFile(file, 'utf8'))
  await writeFile(file, text.startsWith('#!') ? text : `#!/usr/bin/env node\n${text}`)
  await chmod(file, 0o755)
  await putInPlace()
} finally {
  await rm(draft, { recursive: true, force: true })
}

/** Chinese sentences as escapes: V8 keeps a source of ASCII at one byte a character, and starts it sooner. */
function onlyAscii(text) {
  return text.replaceAll(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Our own folder is replaced as a whole; in another's, only our files are. */
async function putInPlace() {
  if (isOurs) {
    const old = `${draft}-old`
    await rename(outDir, old).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(draft, outDir)
    await rm(old, { recursive: true, force: true })
    return
  }
  await mkdir(outDir, { recursive: true })
  for (const file of await readdir(draft)) await rename(path.join(draft, file), path.join(outDir, file))
}
