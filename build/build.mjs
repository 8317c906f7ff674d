// `npm run build`: the command line (dist/cli), the page (dist/renderer) and the desktop's program (dist/desktop).
// `node build/build.mjs cli` makes only what is named. `node build/build.mjs --entry FILE --out FILE` bundles another
// program as the command line is, for tests and benches.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { targets } from './bootstrap/targets.mjs'
import { bundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { entry: { type: 'string' }, out: { type: 'string' } },
})

/** Each imports what only it needs. */
const builders = {
  cli: () =>
    bundle({
      root,
      entry: path.join(root, 'electron/cli.ts'),
      out: path.join(root, targets.cli.made),
      wholeFolder: true,
      notices: 'cli',
    }),
  renderer: async () => (await import('./renderer.mjs')).buildRenderer(root),
  desktop: async () => (await import('./desktop.mjs')).buildDesktop(root),
}

if (values.entry !== undefined && values.out !== undefined)
  await bundle({
    root,
    entry: path.resolve(values.entry),
    out: path.resolve(values.out),
    wholeFolder: false,
  })
else
  for (const name of positionals.length > 0 ? positionals : Object.keys(builders)) {
    const build = builders[name]
    if (build === undefined)
      throw new Error(`there is no ${name} to build, only ${Object.keys(builders).join(', ')}`)
    await build()
  }
