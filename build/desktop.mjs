// Bundles the desktop's program (dist/desktop/main.mjs) and its preload script (dist/desktop/preload.cjs), and puts its
// icons beside them.
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { targets } from './bootstrap/targets.mjs'
import { bundle } from './bundle.mjs'

export async function buildDesktop(root) {
  const out = path.join(root, targets.desktop.made)
  await bundle({
    root,
    entry: path.join(root, 'electron/main.ts'),
    out,
    wholeFolder: true,
    notices: 'desktop',
    more: ['electron', 'electron/main'],
  })
  await buildPreload(root, path.dirname(out))
  await cp(path.join(root, 'resources/icons/made'), path.join(path.dirname(out), 'icons'), {
    recursive: true,
  })
}

/** One small CommonJS file: the sandbox takes nothing else. */
export const buildPreload = (root, outDir) =>
  build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: path.join(root, 'electron/preload.ts'),
      target: 'chrome140',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        external: ['electron', 'electron/renderer'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  })
