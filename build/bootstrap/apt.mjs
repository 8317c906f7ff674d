// Packages of Debian and Ubuntu that some tests want: installed where that is possible, else said why not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const apt = (tool, args) =>
  spawnSync(tool, args, {
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })

const isOffered = (name) => /Candidate: \d/.test(apt('apt-cache', ['policy', name]).stdout ?? '')

/** Why this package cannot be installed here; undefined when it can. */
export function whyNotOffered(name) {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian or Ubuntu'
  if (process.getuid?.() !== 0) return 'only root can install packages'
  if (process.env.PGTANDEM_TEST_APT === 'no') return 'PGTANDEM_TEST_APT=no'
  if (!isOffered(name) && (apt('apt-get', ['update', '-q']).status !== 0 || !isOffered(name)))
    return `apt-get offers no ${name} here`
  return undefined
}

/** Whether it is installed now. */
export const installPackage = (name) =>
  apt('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]).status === 0
