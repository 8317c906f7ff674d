import { existsSync } from 'node:fs'

/** Debian's PostgreSQL 15, with all its programs. */
export const debianBinDir = '/usr/lib/postgresql/15/bin'

/** Why tests that need it are skipped, for their titles; empty where it is installed. */
export const whyNoDebian = existsSync(debianBinDir) ? '' : ' (skipped: no PostgreSQL 15 of Debian here)'
