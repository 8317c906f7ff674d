// What lies beside app.asar: the bundled PostgreSQL, the command line's launcher, licence and notices. Copies throughout:
// electron-builder takes single files along as hard links, and a package must not share a file with the repository.
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticesFor } from './notices.mjs'
import { stagePostgres } from './stage-postgres.mjs'

function stageLauncher(root, platform, folder) {
  const [source, name] = platform === 'win32' ? ['pgtandem.cmd', 'pgtandem.cmd'] : ['pgtandem.sh', 'pgtandem']
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'resources/package', source), join(folder, name))
  chmodSync(join(folder, name), 0o755)
}

/** Makes `folder` anew; for `cache`, `tools` and the answer see stagePostgres. */
export async function stageResources({ root, platform, arch, folder, cache, tools }) {
  rmSync(folder, { recursive: true, force: true })
  const lack = await stagePostgres({ root, platform, arch, folder: join(folder, 'postgres'), cache, tools })
  stageLauncher(root, platform, join(folder, 'bin'))
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesFor(root, join(folder, 'postgres')))
  return lack
}
