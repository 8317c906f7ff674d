// Where tests and benchmarks run, and as whom: PostgreSQL refuses root, so as root in a copy of the tree for an account.
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyTreeFor } from './account-tree.mjs'
import { here, personFor } from './person.mjs'

const buildHere = (root, args) => {
  const stdio = ['ignore', 2, 2]
  const { status } = spawnSync(process.execPath, ['build/build.mjs', ...args], { cwd: root, stdio })
  if (status !== 0) throw new Error(`build/build.mjs ${args.join(' ')} failed`)
}

/** What the bootstrap itself shares with the program. */
const shared = {
  'choose-account': 'test/helpers/programs/choose-account.ts',
  'install-majors': 'test/helpers/programs/install-majors.ts',
}

/** Builds the command line, the page, the shared programs and `more` (name: entry); the copy of the tree takes them along. */
export function buildBundles(root, more = {}) {
  buildHere(root, ['cli', 'renderer'])
  for (const [name, entry] of Object.entries({ ...shared, ...more }))
    buildHere(root, ['--entry', entry, '--out', `dist/test/${name}.mjs`])
}

function readAccount(root) {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['dist/test/choose-account.mjs', '/var/lib/pgtandem'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('there is no account to run servers as')
  return JSON.parse(stdout)
}

/** Where unit and integration tests run, and as whom. */
export async function placeFor(run, root) {
  const account = readAccount(root)
  const temp = join(run.temp, 'servers')
  mkdirSync(temp)
  if (account === null) return { account, tree: root, person: here(temp) }
  chownSync(temp, account.uid, account.gid)
  const { folder, node } = await copyTreeFor(account, root)
  console.log(`Servers refuse root: going on as ${account.name} in ${folder}`)
  return { account, tree: folder, person: personFor(account, { temp, node, tree: folder }) }
}
