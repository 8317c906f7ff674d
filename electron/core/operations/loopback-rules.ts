import type { HbaRuleText } from '../../postgres/facts/hba/add-rule.ts'

/** pg_hba.conf rules that let standbys on this machine in, and nobody else. */
export const loopbackRules = (role: string, method: string): readonly HbaRuleText[] =>
  ['127.0.0.1/32', '::1/128'].map((address) => ({
    type: 'host',
    database: 'replication',
    user: role,
    address,
    method,
  }))
