import { createHash } from 'node:crypto'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { withSession, type Session } from '../../../electron/postgres/connection/connect.ts'

/** Everything that an operation can change, one fact a line: `what` → `how it is`. */
export type Snapshot = Readonly<Record<string, string>>

/** Left out: what a running server changes by itself, the record of jobs that have ended, what is known of installations, our log. */
const volatile = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'current_logfiles',
  'locks',
  'ended',
  'installations.json',
  'logs',
])

const isDataDir = (folder: string): boolean => existsSync(path.join(folder, 'global'))

const hash = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16)

const isText = (name: string): boolean =>
  /\.(conf|signal|done|pgpass|sh|cmd)$|^(PG_VERSION|passfile)$/.test(name)

async function readFiles(folder: string, root: string, facts: Record<string, string>): Promise<void> {
  const inside = isDataDir(folder)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (volatile.has(entry.name) || entry.name === 'catalogue.json') continue
    const full = path.join(folder, entry.name)
    const about = `file ${path.relative(root, full)}`
    if (entry.isSymbolicLink()) {
      facts[about] = `→ ${await readlink(full)}`
      continue
    }
    const { mode } = await stat(full)
    const rights = (mode & 0o777).toString(8)
    if (entry.isDirectory()) {
      facts[about] = rights
      const isServers = inside && entry.name !== 'pg_tblspc' && entry.name !== 'conf.d'
      if (!isServers && !/^PG_\d/.test(entry.name)) await readFiles(full, root, facts)
    } else if (!inside || isText(entry.name)) {
      facts[about] = isText(entry.name) ? `${rights} ${await hash(full)}` : rights
    } else facts[about] = rights
  }
}

export interface RunningProgram {
  readonly pid: number
  readonly program: string
  /** Of a server. */
  readonly dataDir: string | null
}

/** The programs that work below a folder, told from what the kernel says of every process. */
export async function listPrograms(root: string): Promise<readonly RunningProgram[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      const args = text.split('\0')
      const program = path.basename(args[0] ?? '')
      const about = args.find((arg) => arg.includes(`${root}/`))
      if (about === undefined || program.startsWith('node') || Number(pid) === process.pid) return []
      const dataDir = program === 'postgres' ? (args[args.indexOf('-D') + 1] ?? null) : null
      return [{ pid: Number(pid), program, dataDir }]
    }),
  )
  return found.flat().toSorted((a, b) => a.pid - b.pid)
}

const serverQueries: Readonly<Record<string, string>> = {
  'in recovery': 'select pg_is_in_recovery()::text',
  'replay paused':
    'select case when pg_is_in_recovery() then pg_is_wal_replay_paused()::text else null end as paused',
  databases: 'select datname from pg_database order by 1',
  tablespaces: 'select spcname, pg_tablespace_location(oid) from pg_tablespace order by 1',
  role: `select rolname as key, * from pg_authid where rolname !~ '^pg_' order by 1`,
  slot: 'select slot_name as key, slot_type, active::text from pg_replication_slots order by 1',
  walsender: `select application_name as key, state, sync_state from pg_stat_replication order by 1`,
  setting: `select name as key, setting, pending_restart::text from pg_settings
            where source not in ('session', 'client') order by 1`,
  'file setting': `select sourcefile || ':' || sourceline as key, name, setting, applied::text, error
                   from pg_file_settings order by 1`,
  'hba rule': `select line_number::text as key, * from pg_hba_file_rules order by line_number`,
}

async function readServer(session: Session, name: string, facts: Record<string, string>): Promise<void> {
  for (const [what, sql] of Object.entries(serverQueries)) {
    for (const { key, oid: _oid, ...row } of await session.query(sql))
      facts[`${name}: ${what}${key == null ? '' : ` ${key}`}`] = JSON.stringify(row)
  }
}

/** Superuser's passfile of a server of the matrix: by the home's rule, or beside a foreign data directory. */
const passfileOf = (home: string, dataDir: string): string => {
  const own = path.relative(path.join(home, 'instances'), dataDir)
  return own.startsWith('..')
    ? path.join(path.dirname(dataDir), 'passfile')
    : path.join(home, 'credentials', `${path.dirname(own)}.pgpass`)
}

async function readServers(root: string, home: string, facts: Record<string, string>): Promise<void> {
  for (const { program, dataDir } of await listPrograms(root)) {
    const name = dataDir === null ? program : path.relative(root, dataDir)
    facts[`process ${name}`] = 'runs'
    if (dataDir === null) continue
    const port = Number((await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[3])
    const target = { name, host: '127.0.0.1', port, user: 'postgres', passfile: passfileOf(home, dataDir) }
    await withSession(target, {}, (session) => readServer(session, name, facts))
  }
}

async function readCatalogue(home: string, facts: Record<string, string>): Promise<void> {
  const text = await readFile(path.join(home, 'catalogue.json'), 'utf8').catch(() => '{}')
  const { instances = [] } = JSON.parse(text) as { instances?: readonly { readonly name: string }[] }
  for (const entry of Object.values(instances)) facts[`catalogue ${entry.name}`] = JSON.stringify(entry)
}

/** Files with their rights and contents, processes, roles with their verifiers, slots, settings, rules, catalogue. */
export async function takeSnapshot(root: string, home: string): Promise<Snapshot> {
  const facts: Record<string, string> = {}
  await readFiles(root, root, facts)
  await readCatalogue(home, facts)
  await readServers(root, home, facts)
  return facts
}

/** What differs, a line each; nothing when they are equal. */
export const compareSnapshots = (expected: Snapshot, found: Snapshot): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((key) => expected[key] !== found[key])
    .map((key) => `${key}: ${expected[key] ?? 'absent'} ≠ ${found[key] ?? 'absent'}`)

/** Without what is made at random: two runs of one operation end alike but for passwords. */
export const withoutSecrets = (snapshot: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries(snapshot).flatMap(([key, value]) => {
      if (/journal|backup_manifest/.test(key)) return []
      if (key.endsWith('.pgpass')) return [[key, value.split(' ')[0] ?? '']]
      return [[key, value.replace(/SCRAM-SHA-256\$[^"]*/, 'a verifier')]]
    }),
  )
