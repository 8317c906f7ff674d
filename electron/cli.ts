import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PgTandemError } from '../shared/errors/pgtandem-error.ts'
import { runCli } from './faces/cli/main.ts'

/** The built page, beside the folder of the built command line. */
const page = fileURLToPath(new URL('../renderer', import.meta.url))

await runCli({
  async prepareWeb() {
    if ((await stat(page).catch(() => undefined)) === undefined)
      throw new PgTandemError('page-not-built', { path: page })
    const { prepareWebFace } = await import('./faces/web/web-face.ts')
    return prepareWebFace(page)
  },
})
