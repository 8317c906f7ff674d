// A disk of 300 MB in memory for the tests that fill one; only root can mount it, on Linux.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const none = (reason) => {
  console.log(`Tests that fill a disk will be skipped: ${reason}.`)
  return {}
}

/** The environment that names it to the tests; empty, with the reason printed, where there can be none. */
export function mountSmallDisk(run, account) {
  if (process.platform !== 'linux' || account === null) return none('only root can mount one, on Linux')
  const folder = join(run.temp, 'small-disk')
  mkdirSync(folder)
  const options = `size=300m,mode=0700,uid=${account.uid},gid=${account.gid}`
  const mount = ['-t', 'tmpfs', '-o', options, 'pgtandem-test', folder]
  if (spawnSync('mount', mount, { stdio: 'ignore' }).status !== 0) return none('mounting is not allowed here')
  run.beforeRemoval(() => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return { PGTANDEM_TEST_SMALL_DISK: folder }
}
