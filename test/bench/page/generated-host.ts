import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createCore } from '../../../electron/core/create-core.ts'
import { openHost } from '../../../electron/faces/rpc/open-host.ts'
import { readAssets } from '../../../electron/faces/rpc/page/assets.ts'
import { openWebHost } from '../../../electron/faces/web/open-web-host.ts'
import { watchGenerated } from './generated-state.ts'

/** Serves the built page over generated instances: all but what watches servers is real. */
export async function openGeneratedHost(
  rendererFolder: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-bench-'))
  const places = {
    programDir: rendererFolder,
    env: process.env,
    platform: process.platform,
    arch: process.arch,
  }
  const real = await createCore({ home, programVersion: 'bench', places })
  const core = { ...real, watch: watchGenerated }
  const host = await openHost({ core, desktop: null })
  const key = randomBytes(24).toString('base64url')
  const assets = await readAssets(rendererFolder)
  const web = await openWebHost({ host, assets, key, port: 0, onPage: () => undefined })
  return {
    url: `http://127.0.0.1:${web.port}/#key=${key}`,
    close: async () => {
      await web.close()
      await host.close()
      await core.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
