import { describe, expect, it } from 'vitest'
import { byHand, commandsOf } from '../../../../../electron/core/plan/preview/commands.ts'
import { registerInstance } from '../../../../../electron/core/plan/steps/catalogue.ts'
import {
  addHbaRules,
  configure,
  copyConfiguration,
  standbyFile,
  writeFile,
} from '../../../../../electron/core/plan/steps/configuration.ts'
import { replicationRole, writePassfile } from '../../../../../electron/core/plan/steps/credentials.ts'
import { removeDataDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import {
  baseBackup,
  completeCopy,
  createSlot,
  lookAfterStandby,
  waitFor,
} from '../../../../../electron/core/plan/steps/replication.ts'
import {
  initdb,
  promoteServer,
  reloadServer,
  replay,
  startServer,
  stopServer,
} from '../../../../../electron/core/plan/steps/servers.ts'
import type { StepDraft } from '../../../../../electron/core/plan/steps/step.ts'
import type { InstanceTarget } from '../../../../../shared/model/instance-target.ts'
import { linuxTarget, onlyStep, planOf, windowsTarget } from './plans.ts'

const of = (target: InstanceTarget, draft: StepDraft, tools: readonly string[] = []) =>
  commandsOf(onlyStep(draft), planOf([target], []), () => tools)

const pairOf = (major: number) => planOf([linuxTarget('main', { major }), linuxTarget('sb', { major })], [])

describe('servers', () => {
  const options = { dataDir: 'D:\\My DB\\main', locale: 'C', checksums: true, auth: 'scram-sha-256' } as const

  it('initdb asks for the password', () => {
    expect(of(windowsTarget('main'), initdb('main', options)).cmd).toBe(
      'D:\\PostgreSQL\\bin\\initdb -D "D:\\My DB\\main" -U postgres -E UTF8 "--locale=C" -A scram-sha-256 -k -W',
    )
    expect(of(linuxTarget('main'), initdb('main', options)).sh).toBe(
      '/usr/lib/postgresql/15/bin/initdb -D /srv/main -U postgres -E UTF8 --locale=C -A scram-sha-256 -k -W',
    )
    const without = of(windowsTarget('main'), initdb('main', { ...options, checksums: false })).sh
    expect(without).toContain('--no-data-checksums')
  })

  it('pg_ctl, with the configuration folder where Debian has it', () => {
    const debian = linuxTarget('main', { configFile: '/etc/postgresql/15/main/postgresql.conf' })
    expect(of(debian, startServer('main')).sh).toBe(
      '/usr/lib/postgresql/15/bin/pg_ctl start -D /etc/postgresql/15/main -l /srv/main.log -w -t 300',
    )
    expect(of(debian, stopServer('main')).sh).toContain('pg_ctl stop -D /srv/main -m fast -w')
    expect(of(windowsTarget('main'), reloadServer('main')).cmd).toBe(
      'D:\\PostgreSQL\\bin\\pg_ctl reload -D "D:\\My DB\\main"',
    )
  })

  it('promotion by each means', () => {
    const target = linuxTarget('main', { dataDir: "/srv/it's" })
    expect(of(target, promoteServer('main', 'pg_ctl')).sh).toContain(`pg_ctl promote -D '/srv/it'\\''s' -w`)
    expect(of({ ...target, major: 9.6 }, promoteServer('main', 'pg_ctl')).sh).not.toContain('-w')
    expect(of(target, promoteServer('main', 'sql')).sh).toContain("-c 'SELECT pg_promote()'")
    const trigger = of(windowsTarget('main'), promoteServer('main', 'trigger', 'D:\\a\\go.5432'))
    expect(trigger).toEqual({ cmd: 'type nul > "D:\\a\\go.5432"', sh: "touch 'D:\\a\\go.5432'" })
  })

  it.each([
    [9.6, 'pg_xlog_replay_pause'],
    [10, 'pg_wal_replay_pause'],
  ])('replay functions of %s', (major, name) => {
    expect(of(linuxTarget('main', { major }), replay('main', 'pause')).sh).toContain(`SELECT ${name}()`)
  })
})

describe('SQL', () => {
  it.each([
    [9.4, `pg_create_physical_replication_slot('s')`],
    [9.6, `pg_create_physical_replication_slot('s', true)`],
  ])('slots of %s', (major, call) => {
    expect(of(windowsTarget('main', { major }), createSlot('main', 's')).cmd).toBe(
      `psql -h 127.0.0.1 -p 5432 -U postgres -d postgres -c "SELECT ${call}"`,
    )
  })

  it('says why there is no slot in 9.3', () => {
    expect(of(linuxTarget('main', { major: 9.3 }), createSlot('main', 's'))).toEqual({
      cmd: null,
      sh: null,
      reason: { key: 'steps.reasons.no-slots' },
    })
  })

  it('takes the installation’s psql and the passfile', () => {
    const target = windowsTarget('main', { passfile: 'D:\\My DB\\50%\\pass' })
    const { cmd, sh } = of(target, createSlot('main', 's'), ['psql'])
    expect(cmd?.split('\n')[0]).toBe('set "PGPASSFILE=D:\\My DB\\50%%\\pass"')
    expect(cmd?.split('\n')[1]).toMatch(/^D:\\PostgreSQL\\bin\\psql -h/)
    expect(sh).toMatch(/^PGPASSFILE='D:\\My DB\\50%\\pass' 'D:\\PostgreSQL\\bin\\psql' -h/)
  })

  it('never holds a password', () => {
    const role = { role: 'repuser', connectionLimit: 3, passfile: 'p', setPassword: true }
    const { sh } = of(linuxTarget('main'), replicationRole('main', role))
    expect(sh).toContain(
      "-c 'CREATE ROLE repuser REPLICATION LOGIN CONNECTION LIMIT 3' -c '\\password repuser'",
    )
    const file = of(linuxTarget('main'), writePassfile('main', '/srv/p f', ['postgres']))
    expect(file.sh).toContain('read -r password')
    expect(file.cmd).toBe(
      ['if not exist "/srv" mkdir "/srv"', '>>"/srv/p f" echo *:*:*:postgres:', 'notepad "/srv/p f"'].join(
        '\n',
      ),
    )
    const conninfo = { primary_conninfo: 'host=127.0.0.1 password=geheim' }
    for (const via of ['file', 'alter-system'] as const) {
      const { cmd, sh } = of(
        linuxTarget('main'),
        configure('main', { via, file: '/srv/c', settings: conninfo, live: true }),
      )
      expect(`${String(cmd)}${String(sh)}`).not.toContain('geheim')
      expect(sh).toContain('host=127.0.0.1')
    }
  })

  it('waits by looking, in the column names of the version', () => {
    const wait = waitFor('sb', { kind: 'streaming', upstream: 'main', standby: 'sb', applicationName: 'sb' })
    expect(commandsOf(onlyStep(wait), pairOf(9.3)).sh).toContain('sent_location, replay_location')
    expect(commandsOf(onlyStep(wait), pairOf(9.3)).sh).not.toContain('pg_stat_wal_receiver')
    expect(commandsOf(onlyStep(wait), pairOf(15)).sh).toMatch(/sent_lsn, replay_lsn[^]*pg_stat_wal_receiver/)
  })

  it('waits in a script only for what would end the plan', () => {
    const condition = { kind: 'streaming', upstream: 'main', standby: 'sb', applicationName: 'sb' } as const
    const context = { plan: pairOf(15), toolsOf: () => [] }
    const [waits, looks] = [waitFor('sb', condition), lookAfterStandby('main', condition)].map((draft) =>
      byHand(onlyStep(draft), context),
    )
    expect(waits?.script?.sh).toContain('until ')
    expect(waits?.script?.cmd).toContain('goto :wait_')
    expect(looks?.script).toBeUndefined()
    expect(looks?.sh).toBe(waits?.sh)
  })

  it('ALTER SYSTEM, where the version has it', () => {
    const settings = {
      shared_preload_libraries: 'a, "b,c"',
      synchronous_standby_names: 'FIRST 1 (a, b)',
      port: null,
    }
    const step = configure('main', { via: 'alter-system', file: '/srv/c', settings, live: true })
    expect(of(windowsTarget('main'), step).cmd).toContain(
      `-c "ALTER SYSTEM SET shared_preload_libraries = 'a', 'b,c'" -c "ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (a, b)'" -c "ALTER SYSTEM RESET port"`,
    )
    expect(of(linuxTarget('main', { major: 9.3 }), step).reason?.key).toBe('steps.reasons.no-alter-system')
  })
})

describe('files', () => {
  it('appends settings and rules', () => {
    const settings = { port: '5431', archive_command: 'copy "%p" "D:/a & b/%f"' }
    const { cmd, sh } = of(
      windowsTarget('main'),
      configure('main', { via: 'file', file: 'D:\\My DB\\c', settings, live: false }),
    )
    expect(sh).toBe(
      `cat >> 'D:\\My DB\\c' <<'EOF'\nport = 5431\narchive_command = 'copy "%p" "D:/a & b/%f"'\nEOF`,
    )
    expect(cmd).toBe(
      `>>"D:\\My DB\\c" echo port = 5431\n>>"D:\\My DB\\c" echo archive_command = 'copy ^"%%p^" ^"D:/a ^& b/%%f^"'`,
    )
    const rule = {
      type: 'host',
      database: 'replication',
      user: 'repuser',
      address: '127.0.0.1/32',
      method: 'md5',
    }
    const rules = of(
      linuxTarget('main'),
      addHbaRules('main', { file: '/srv/hba', rules: [rule], live: true }),
    )
    expect(rules.sh).toMatch(
      /^cat >> \/srv\/hba <<'EOF'\nhost +replication +repuser +127\.0\.0\.1\/32 +md5\nEOF$/,
    )
  })

  it('makes a standby of a directory, before and since 12', () => {
    expect(of(linuxTarget('main'), standbyFile('main', '/srv/d/standby.signal'))).toEqual({
      cmd: 'type nul > "/srv/d/standby.signal"',
      sh: ': > /srv/d/standby.signal',
    })
    const old = standbyFile('main', 'D:\\d\\recovery.conf', {
      sample: 'D:\\PostgreSQL\\share\\recovery.conf.sample',
      settings: { standby_mode: 'on' },
    })
    expect(of(windowsTarget('main', { major: 11 }), old).cmd).toBe(
      'copy "D:\\PostgreSQL\\share\\recovery.conf.sample" "D:\\d\\recovery.conf"\n>>"D:\\d\\recovery.conf" echo standby_mode = on',
    )
  })

  it('copies a configuration with what it includes', () => {
    const step = copyConfiguration('main', {
      configFile: '/etc/pg/postgresql.conf',
      hbaFile: '/etc/pg/pg_hba.conf',
      identFile: '/etc/pg/pg_ident.conf',
      included: ['/etc/pg/conf.d/a.conf', '/etc/other.conf'],
      dir: '/srv/d',
    })
    const { sh } = of(linuxTarget('main'), step)
    expect(sh).toContain('mkdir -p /srv/d/conf.d')
    expect(sh).toContain('cp /etc/pg/conf.d/a.conf /srv/d/conf.d/a.conf')
    expect(sh).not.toContain('other.conf')
  })

  it('writes whole files, where the shell can write their line ends', () => {
    const file = { path: '/srv/s', encoding: 'utf8', executable: true } as const
    const unix = of(linuxTarget('main'), writeFile(null, { ...file, content: '#!/bin/sh\nEOF\n' }))
    expect(unix.sh).toBe(`cat > /srv/s <<'EOF_'\n#!/bin/sh\nEOF\nEOF_\nchmod +x /srv/s`)
    expect(unix).toMatchObject({ cmd: null, reason: { key: 'steps.reasons.line-ends' } })
    const dos = of(linuxTarget('main'), writeFile(null, { ...file, content: '@echo off\r\n\r\n' }))
    expect(dos.cmd).toBe('>"/srv/s" echo @echo off\n>>"/srv/s" echo(')
  })

  it('deletes a data directory only after a look at it', () => {
    const step = removeDataDirectory('main', '/srv/main', {
      systemIdentifier: '7123',
      belongings: ['/srv/logs'],
      tablespaces: ['/srv/t s'],
    })
    expect(of(linuxTarget('main'), step).sh).toMatch(
      /^if test -f \/srv\/main\/PG_VERSION; then rm -rf \/srv\/main; else/,
    )
    expect(of(linuxTarget('main'), step, ['pg_controldata']).sh).toContain(
      "grep -q 'system identifier: *7123$'",
    )
  })
})

describe('base backup', () => {
  const backup = {
    source: 'main',
    partialDir: 'D:\\My DB\\sb.partial',
    method: 'copy',
    programDir: null,
    slot: 'sb',
    tablespaces: [],
    expectedBytes: null,
  } as const

  it('is pg_basebackup where it is at hand', () => {
    const step = baseBackup('main', { ...backup, tablespaces: [{ oid: 1, from: 'D:\\a=b', to: 'D:\\c' }] })
    expect(of(windowsTarget('main'), step, ['pg_basebackup']).cmd).toBe(
      'D:\\PostgreSQL\\bin\\pg_basebackup -h 127.0.0.1 -p 5432 -U postgres -D "D:\\My DB\\sb.partial" -c fast -X stream -S sb -T "D:\\a\\=b=D:\\c" -P',
    )
    expect(of(windowsTarget('main'), step).reason?.key).toBe('steps.reasons.tablespaces')
    const named = baseBackup('main', { ...backup, method: 'basebackup', programDir: 'C:\\pg\\bin' })
    expect(of(windowsTarget('main'), named).cmd).toMatch(/^C:\\pg\\bin\\pg_basebackup /)
  })

  it.each([
    [9.5, "pg_start_backup('pgtandem', true)", 'pg_stop_backup()', 'pg_xlog'],
    [9.6, "pg_start_backup('pgtandem', true, false)", 'pg_stop_backup(false)', 'pg_xlog'],
    [14, "pg_start_backup('pgtandem', true, false)", 'pg_stop_backup(false, false)', 'pg_wal'],
    [18, "pg_backup_start('pgtandem', true)", 'pg_backup_stop(false)', 'pg_wal'],
  ])('is one session of psql otherwise (%s)', (major, start, stop, wal) => {
    const { cmd, sh } = of(windowsTarget('main', { major }), baseBackup('main', backup))
    for (const text of [cmd, sh?.replaceAll("'\\''", "'")]) {
      expect(text).toContain(start)
      expect(text).toContain(stop)
      expect(text).toContain(wal)
    }
    expect(cmd).toContain('robocopy')
    expect(cmd?.includes('powershell')).toBe(major >= 9.6)
    expect(sh?.includes('backup_label tablespace_map')).toBe(major >= 9.6)
  })

  it('is renamed when it is complete', () => {
    const step = completeCopy('main', 'D:\\a b.partial', 'D:\\a b')
    expect(of(windowsTarget('main'), step).cmd).toBe('move "D:\\a b.partial" "D:\\a b"')
  })
})

it('leaves the catalogue to PgTandem', () => {
  const entry = {
    name: 'main',
    dataDir: '/d',
    binDir: '/b',
    configFile: null,
    host: 'h',
    port: null,
    user: 'u',
    passfile: null,
    logFile: '/l',
    upstream: null,
    slot: null,
    applicationName: null,
    replicationRole: 'r',
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
  } as const
  expect(of(linuxTarget('main'), registerInstance(entry)).reason?.key).toBe('steps.reasons.only-in-pgtandem')
})
