import path from 'node:path'
import type { Candidate } from '../installation.ts'
import { systemPath, type InstallationPlaces } from '../installation-places.ts'
import { listFolders } from './list-folders.ts'

/** Lists Homebrew's installations, on Apple and on Intel processors and on Linux: `opt/postgresql@17/bin`. */
export const listHomebrew = async (places: InstallationPlaces): Promise<readonly Candidate[]> => {
  const roots = ['opt/homebrew/opt', 'usr/local/opt', 'home/linuxbrew/.linuxbrew/opt']
  const found = await Promise.all(
    roots.map((root) => listFolders(systemPath(places, root), /^postgresql(@[\d.]+)?$/)),
  )
  return found.flat().map((prefix) => ({ binDir: path.join(prefix, 'bin'), source: 'homebrew' }))
}

/** Lists the versions inside Postgres.app, also when it stands in the account's own Applications folder. */
export const listPostgresApp = async (places: InstallationPlaces): Promise<readonly Candidate[]> => {
  const inside = 'Applications/Postgres.app/Contents/Versions'
  const own = places.env['HOME']
  const roots = [systemPath(places, inside), ...(own === undefined ? [] : [path.join(own, inside)])]
  const found = await Promise.all(roots.map((root) => listFolders(root, /^\d/)))
  return found.flat().map((prefix) => ({ binDir: path.join(prefix, 'bin'), source: 'postgres-app' }))
}
