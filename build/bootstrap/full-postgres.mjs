// PostgreSQL 15 of Debian has the tools that the npm packages lack (pg_basebackup, psql). Some tests want them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const program = '/usr/lib/postgresql/15/bin/pg_basebackup'
const clusterConf = '/etc/postgresql-common/createcluster.conf'

const apt = (tool, args) =>
  spawnSync(tool, args, {
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })

const isOffered = () => /Candidate: \d/.test(apt('apt-cache', ['policy', 'postgresql-15']).stdout ?? '')
const install = (name) =>
  apt('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]).status === 0

/** Debian makes a cluster and starts it as the package is installed, unless told not to; the file is put back afterwards. */
const installWithoutCluster = () => {
  if (!install('postgresql-common')) return false
  const before = readFileSync(clusterConf, 'utf8')
  writeFileSync(clusterConf, `${before}\ncreate_main_cluster = false\n`)
  try {
    return install('postgresql-15')
  } finally {
    writeFileSync(clusterConf, before)
  }
}

const whyNot = () => {
  if (!existsSync('/usr/bin/apt-get')) return 'this is not Debian or Ubuntu'
  if (process.getuid?.() !== 0) return 'only root can install packages'
  if (process.env.PGTANDEM_TEST_APT === 'no') return 'PGTANDEM_TEST_APT=no'
  if (!isOffered() && (apt('apt-get', ['update', '-q']).status !== 0 || !isOffered()))
    return 'apt-get offers no postgresql-15 here'
  console.log(
    'Installing postgresql-15 (apt-get) for the tests that need its tools; PGTANDEM_TEST_APT=no prevents it …',
  )
  return installWithoutCluster() && existsSync(program)
    ? undefined
    : 'apt-get could not install postgresql-15'
}

/** Installs it where that is possible; else says why, and the tests that want it are skipped. */
export function ensureFullPostgres() {
  if (existsSync(program)) return
  const reason = whyNot()
  if (reason !== undefined) console.log(`Tests with PostgreSQL 15 of Debian will be skipped: ${reason}.`)
}
