import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const source = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Bundles a small program that imports from the source tree (as `@/electron/…`) into one file, for tests that need
 * a process of their own. Returns the file; every account can read it. The caller removes its directory.
 */
export const bundleProgram = async (text: string): Promise<string> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'program-'))
  await chmod(directory, 0o755)
  const entry = path.join(directory, 'entry.ts')
  await writeFile(entry, text.replaceAll('@/', `${source}/`))
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: path.join(directory, 'out'),
      minify: false,
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  })
  return path.join(directory, 'out', 'program.mjs')
}
