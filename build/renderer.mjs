// Bundles the page that window and browser show into dist/renderer.
import react from '@vitejs/plugin-react'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { draftOf, putInPlace } from './put-in-place.mjs'
import { recordPackages } from './record-packages.mjs'

/** Whoever serves the page puts the nonce of that response in its place; see electron/faces/rpc/page/page-headers.ts. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

export async function buildRenderer(root) {
  const outDir = path.join(root, 'dist/renderer')
  const draft = draftOf(outDir)
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: path.join(root, 'renderer'),
      plugins: [react(), recordPackages(root, 'renderer')],
      html: { cspNonce: NONCE_PLACEHOLDER },
      build: {
        outDir: draft,
        emptyOutDir: true,
        minify: true,
        // What is inlined as data: would need more room in the content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
      },
    })
    await putInPlace(draft, outDir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
