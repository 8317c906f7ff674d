// PostgreSQL refuses root. As root, the tests run as another account, in a copy of the tree that this account owns.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'

const lockOf = (root) => join(root, 'node_modules', '.package-lock.json')
const hashOf = (data) => createHash('sha256').update(data).digest('hex').slice(0, 12)

/** Private to the account, so that no other one can lay a trap in a place whose name is known. */
const makeFolder = (folder, { name, uid, gid }) => {
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    chownSync(folder, uid, gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} is not a private folder of ${name}; remove it`)
}

/** Root reads, the account writes: no file of the copy is ever made by root. */
const tryToCopy = async (from, to, entries, { uid, gid }) => {
  const reader = spawn('tar', ['-C', from, '-cf', '-', '--', ...entries], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const writer = spawn('tar', ['-xf', '-'], { cwd: to, uid, gid, stdio: ['pipe', 'inherit', 'inherit'] })
  reader.stdout.pipe(writer.stdin)
  const codes = await Promise.all(
    [reader, writer].map(
      (child) => new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)),
    ),
  )
  return codes.every((code) => code === 0)
}

/** Somebody may be saving a file at this moment; tar then fails, and the copy is made again. */
const copyEntries = async (from, to, entries, account) => {
  for (let attempt = 1; attempt <= 3; attempt += 1) if (await tryToCopy(from, to, entries, account)) return
  throw new Error(`${from} could not be copied to ${to}`)
}

const runAs = ({ uid, gid }, cwd, program, args) => {
  const { status, error } = spawnSync(program, args, {
    cwd,
    uid,
    gid,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return error === undefined && status === 0
}

/** The Node that runs us, or a copy of it where the account cannot reach it (one below /root). */
const nodeFor = (folder, account) => {
  const isReachable = spawnSync(process.execPath, ['--version'], {
    cwd: '/',
    uid: account.uid,
    gid: account.gid,
  })
  if (isReachable.status === 0) return process.execPath
  const copy = join(folder, '.cache', 'node')
  copyFileSync(process.execPath, copy)
  chownSync(copy, account.uid, account.gid)
  return copy
}

/**
 * Copies the tree, node_modules only when they changed, and keeps the copy's `.cache` from run to run.
 *
 * Resolves with where it is and the Node that the account can run.
 */
export async function copyTreeFor(account, root) {
  const base = existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir()
  const folder = join(base, `pgtandem-test-${hashOf(root)}`)
  makeFolder(folder, account)
  const hasModules =
    existsSync(lockOf(folder)) && hashOf(readFileSync(lockOf(folder))) === hashOf(readFileSync(lockOf(root)))
  const kept = new Set(['.cache', ...(hasModules ? ['node_modules'] : [])])
  const stale = readdirSync(folder).filter((name) => !kept.has(name))
  runAs(account, folder, 'rm', ['-rf', '--', ...stale])
  runAs(account, folder, 'mkdir', ['-p', '.cache'])
  const sources = readdirSync(root).filter((name) => !['.git', '.cache', 'node_modules'].includes(name))
  await copyEntries(root, folder, sources, account)
  if (!hasModules) {
    // The list of what is installed comes last: it says that the copy is whole.
    const modules = readdirSync(join(root, 'node_modules')).filter((name) => name !== '.package-lock.json')
    await copyEntries(
      root,
      folder,
      modules.map((name) => `node_modules/${name}`),
      account,
    )
    await copyEntries(root, folder, ['node_modules/.package-lock.json'], account)
  }
  return { folder, node: nodeFor(folder, account) }
}
