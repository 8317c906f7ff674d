// PostgreSQL 15 of Debian has the tools that the npm packages lack (pg_basebackup, psql). Some tests want them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { installPackage, whyNotOffered } from './apt.mjs'

const program = '/usr/lib/postgresql/15/bin/pg_basebackup'
const clusterConf = '/etc/postgresql-common/createcluster.conf'

/** Debian makes a cluster and starts it as the package is installed, unless told not to; the file is put back afterwards. */
const installWithoutCluster = () => {
  if (!installPackage('postgresql-common')) return false
  const before = readFileSync(clusterConf, 'utf8')
  writeFileSync(clusterConf, `${before}\ncreate_main_cluster = false\n`)
  try {
    return installPackage('postgresql-15')
  } finally {
    writeFileSync(clusterConf, before)
  }
}

const whyNot = () => {
  const reason = whyNotOffered('postgresql-15')
  if (reason !== undefined) return reason
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
