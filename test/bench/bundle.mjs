// Bundles a benchmark program with the functions that wait for others wrapped.
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { recordWaits } from './record-waits-plugin.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const banner = [
  "import { createRequire as __createRequire } from 'node:module'",
  "import { fileURLToPath as __fileURLToPath } from 'node:url'",
  'const require = __createRequire(import.meta.url)',
  'const __filename = __fileURLToPath(import.meta.url)',
  'globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node}` }',
].join('\n')

export async function bundleBench(entry, out) {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [recordWaits(root)],
    ssr: { noExternal: true, external: ['pg-native', 'pacote', '@playwright/test'], target: 'node' },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: dirname(out),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['pg-native', '@playwright/test'],
        output: { entryFileNames: basename(out), banner },
      },
    },
  })
}
