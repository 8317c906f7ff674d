import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

export interface LoadedScript {
  readonly path: string
  readonly text: string
  readonly gzipBytes: number
}

/** Notes every script that a page loads from now on; what it returns tells of those so far. */
export function watchScripts(page: Page): () => Promise<readonly LoadedScript[]> {
  const loaded: Promise<LoadedScript>[] = []
  page.on('response', (response) => {
    if (/\bjavascript\b/.test(response.headers()['content-type'] ?? '')) loaded.push(readScript(response))
  })
  return () => Promise.all(loaded)
}

async function readScript(response: Response): Promise<LoadedScript> {
  const body = await response.body()
  return {
    path: new URL(response.url()).pathname,
    text: body.toString(),
    gzipBytes: gzipSync(body).length,
  }
}
