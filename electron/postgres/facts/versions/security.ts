import { since, steps } from './steps.ts'

/** Passwords and authentication. Sources: config.sgml, pg_hba.conf.sample, libpq of each version. */
export const securityTable = {
  /** Default of password_encryption; `on` means md5. */
  defaultPasswordEncryption: steps<'on' | 'md5' | 'scram-sha-256'>('on', [10, 'md5'], [14, 'scram-sha-256']),
  hasScram: since(10),
  /** Strongest method for pg_hba.conf and initdb -A. */
  bestAuthMethod: steps<'md5' | 'scram-sha-256'>('md5', [10, 'scram-sha-256']),
  /** Setting an md5 password gives a warning. */
  md5Deprecated: since(18),
  /** `passfile=` in a conninfo; before, only PGPASSFILE or the account's own .pgpass. */
  conninfoHasPassfile: since(10),
  conninfoHasChannelBinding: since(13),
  /** initdb writes active `replication` lines for local connections into pg_hba.conf. */
  hbaAllowsLocalReplication: since(10),
} as const
