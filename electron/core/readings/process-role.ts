import type { ProcessRole } from '../../../shared/model/readings.ts'

const titles: readonly (readonly [RegExp, ProcessRole])[] = [
  [/^startup( process)?\b/, 'startup'],
  [/^checkpointer( process)?\b/, 'checkpointer'],
  [/^(background writer|writer process)/, 'background-writer'],
  [/^wal ?writer/, 'wal-writer'],
  [/^wal ?sender/, 'wal-sender'],
  [/^wal ?receiver/, 'wal-receiver'],
  [/^walsummarizer/, 'wal-summarizer'],
  [/^archiver/, 'archiver'],
  [/^autovacuum/, 'autovacuum'],
  [/^(logger|syslogger)/, 'logger'],
  [/^stats collector/, 'stats-collector'],
  [/^(bgworker: )?logical replication/, 'logical-replication'],
  [/^slotsync worker/, 'slot-sync'],
  [/^io worker/, 'io-worker'],
  [/^(bgworker: |parallel worker)/, 'background-worker'],
]

const backendTypes: Readonly<Record<string, ProcessRole>> = {
  startup: 'startup',
  checkpointer: 'checkpointer',
  'background writer': 'background-writer',
  walwriter: 'wal-writer',
  walsender: 'wal-sender',
  walreceiver: 'wal-receiver',
  walsummarizer: 'wal-summarizer',
  archiver: 'archiver',
  'autovacuum launcher': 'autovacuum',
  'autovacuum worker': 'autovacuum',
  'logical replication launcher': 'logical-replication',
  'logical replication worker': 'logical-replication',
  'slotsync worker': 'slot-sync',
  'io worker': 'io-worker',
  'parallel worker': 'background-worker',
  'client backend': 'client',
}

/**
 * The role that a process title tells: `postgres: 15/main: walsender rep 127.0.0.1(5) streaming 0/3000148`.
 *
 * A cluster_name stands before the role (9.5 and newer). `unknown` where processes have no titles of their own (Windows).
 */
export function roleFromTitle(title: string): ProcessRole {
  const match = /^postgres: (.*)$/s.exec(title)
  if (match?.[1] === undefined) return 'unknown'
  const parts = match[1].split(': ')
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join(': ')
    const known = titles.find(([pattern]) => pattern.test(rest))
    if (known !== undefined) return known[1]
  }
  return 'client'
}

/** The role that pg_stat_activity's `backend_type` tells (10 and newer). */
export function roleFromBackendType(backendType: string): ProcessRole {
  return backendTypes[backendType] ?? 'background-worker'
}
