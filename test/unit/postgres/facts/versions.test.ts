import { describe, expect, it } from 'vitest'
import {
  knownMajors,
  majorFromVersionNum,
  parsePgVersionFile,
  parseVersionText,
  versionFacts,
} from '../../../../electron/postgres/facts/versions.ts'

/** One letter for each of 9.3 9.4 9.5 9.6 10 … 19; the letters' meaning stands beside. */
function row(read: (facts: ReturnType<typeof versionFacts>) => unknown): readonly unknown[] {
  return knownMajors.map((major) => read(versionFacts(major)))
}

function expand(pattern: string, meaning: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.from(pattern, (letter) => meaning[letter])
}

const yes = { y: true, '-': false }

describe('facts by version', () => {
  it('covers 9.3 to 19', () => {
    expect(knownMajors).toEqual([9.3, 9.4, 9.5, 9.6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
    expect(row((f) => f.support)).toEqual(expand('kkkksssssssssk', { k: 'known', s: 'supported' }))
    expect(versionFacts(20).support).toBe('unknown')
    expect(versionFacts(9.2).support).toBe('unknown')
    expect(versionFacts(20)).toEqual({ ...versionFacts(19), major: 20, support: 'unknown' })
  })

  it('knows spellings and defaults of the WAL settings', () => {
    expect(row((f) => f.standbyWalLevel)).toEqual(
      expand('hhhrrrrrrrrrrr', { h: 'hot_standby', r: 'replica' }),
    )
    expect(row((f) => f.defaultWalLevel)).toEqual(expand('mmmmrrrrrrrrrr', { m: 'minimal', r: 'replica' }))
    expect(row((f) => f.defaultMaxWalSenders)).toEqual(expand('0000tttttttttt', { 0: 0, t: 10 }))
    expect(row((f) => f.defaultMaxReplicationSlots)).toEqual(
      expand('n000tttttttttt', { n: null, 0: 0, t: 10 }),
    )
    expect(row((f) => f.defaultHotStandby)).toEqual(expand('0000tttttttttt', { 0: 'off', t: 'on' }))
    expect(row((f) => f.walKeep.setting)).toEqual(
      expand('ssssssszzzzzzz', { s: 'wal_keep_segments', z: 'wal_keep_size' }),
    )
    expect(row((f) => f.walKeep.unit)).toEqual(expand('sssssssmmmmmmm', { s: 'segments', m: 'MB' }))
    expect(row((f) => f.hasMaxSlotWalKeepSize)).toEqual(expand('-------yyyyyyy', yes))
    expect(row((f) => f.synchronousNamesSyntax)).toEqual(
      expand('111cffffffffff', { 1: 'one', c: 'count', f: 'first-any' }),
    )
    expect(row((f) => f.standbyMinimums.length)).toEqual(expand('34444455555555', { 3: 3, 4: 4, 5: 5 }))
  })

  it('knows how recovery is configured and ended', () => {
    expect(row((f) => f.recoveryConfig)).toEqual(
      expand('rrrrrrssssssss', { r: 'recovery.conf', s: 'signal-file' }),
    )
    expect(row((f) => f.triggerFileSetting)).toEqual(
      expand('ttttttpppp----', { t: 'trigger_file', p: 'promote_trigger_file', '-': null }),
    )
    expect(row((f) => f.pgCtlPromoteWaits)).toEqual(expand('----yyyyyyyyyy', yes))
    expect(row((f) => f.hasPgPromote)).toEqual(expand('------yyyyyyyy', yes))
    const change = { r: 'restart', l: 'reload', '-': null }
    expect(row((f) => f.primaryConninfoChange)).toEqual(expand('rrrrrrrlllllll', change))
    expect(row((f) => f.restoreCommandChange)).toEqual(expand('rrrrrrrrllllll', change))
    expect(row((f) => f.minApplyDelayChange)).toEqual(expand('-rrrrrllllllll', change))
    expect(row((f) => f.hasRecoveryTargetLsn)).toEqual(expand('----yyyyyyyyyy', yes))
    expect(row((f) => f.defaultRecoveryTargetTimeline)).toEqual(
      expand('ccccccllllllll', { c: 'current', l: 'latest' }),
    )
    expect(row((f) => f.actionAtTargetSetting)).toEqual(
      expand('ppaaaaaaaaaaaa', { p: 'pause_at_recovery_target', a: 'recovery_target_action' }),
    )
    expect(row((f) => f.targetNotReached)).toEqual(
      expand('ooooooofffffff', { o: 'opens-read-write', f: 'fails' }),
    )
  })

  it('knows the names in data directories, of functions and of columns', () => {
    expect(row((f) => f.walDir)).toEqual(expand('xxxxwwwwwwwwww', { x: 'pg_xlog', w: 'pg_wal' }))
    expect(row((f) => f.hasPidFileStatus)).toEqual(expand('----yyyyyyyyyy', yes))
    expect(row((f) => f.allowsGroupAccess)).toEqual(expand('-----yyyyyyyyy', yes))
    expect(row((f) => f.lastReplayLsn)).toEqual(
      expand('oooonnnnnnnnnn', { o: 'pg_last_xlog_replay_location', n: 'pg_last_wal_replay_lsn' }),
    )
    expect(row((f) => f.statReplicationLsns.replay_lsn)).toEqual(
      expand('oooonnnnnnnnnn', { o: 'replay_location', n: 'replay_lsn' }),
    )
    expect(row((f) => f.hasStatReplicationReplyTime)).toEqual(expand('------yyyyyyyy', yes))
    expect(row((f) => f.walReceiverLsns?.flushed ?? null)).toEqual(
      expand('---rrrrfffffff', { '-': null, r: 'received_lsn', f: 'flushed_lsn' }),
    )
    expect(row((f) => f.replicationSlotColumns.includes('wal_status'))).toEqual(expand('-------yyyyyyy', yes))
    expect(row((f) => f.hasPgFileSettings)).toEqual(expand('--yyyyyyyyyyyy', yes))
    expect(row((f) => f.hasPgHbaFileRules)).toEqual(expand('----yyyyyyyyyy', yes))
    expect(row((f) => f.hasClusterName)).toEqual(expand('--yyyyyyyyyyyy', yes))
  })

  it('knows backups, passwords and tools', () => {
    expect(row((f) => f.backupMode)).toEqual(
      expand('eeeccccccsssss', { e: 'exclusive', c: 'choice', s: 'session' }),
    )
    expect(row((f) => f.backupStop)).toEqual(
      expand('ooooooooonnnnn', { o: 'pg_stop_backup', n: 'pg_backup_stop' }),
    )
    expect(row((f) => f.defaultPasswordEncryption)).toEqual(
      expand('oooommmmssssss', { o: 'on', m: 'md5', s: 'scram-sha-256' }),
    )
    expect(row((f) => f.conninfoHasPassfile)).toEqual(expand('----yyyyyyyyyy', yes))
    expect(row((f) => f.checksumsByDefault)).toEqual(expand('------------yy', yes))
    expect(row((f) => f.initdbHasWalSegsize)).toEqual(expand('-----yyyyyyyyy', yes))
    expect(row((f) => f.initdbHasLocaleProvider)).toEqual(expand('---------yyyyy', yes))
    expect(row((f) => f.rewindNeedsSourceCheckpoint)).toEqual(expand('yyyyyyyyyy----', yes))
    expect(row((f) => f.checksumsTool)).toEqual(
      expand('-----vcccccccc', { '-': null, v: 'pg_verify_checksums', c: 'pg_checksums' }),
    )
  })
})

describe('version texts', () => {
  it.each([
    ['postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n', '15.18', 15],
    ['pg_ctl (PostgreSQL) 9.6.24', '9.6.24', 9.6],
    ['postgres (PostgreSQL) 19beta1', '19beta1', 19],
    ['postgres (PostgreSQL) 18rc1', '18rc1', 18],
    ['postgres (PostgreSQL) 19devel', '19devel', 19],
    ['postgres (EnterpriseDB) 15.4.0', '15.4.0', 15],
    ['15.18 (Debian 15.18-0+deb12u1)', '15.18', 15],
    ['9.3.25', '9.3.25', 9.3],
  ])('%j', (text, version, major) => {
    expect(parseVersionText(text)).toEqual({ version, major })
  })

  it.each(['', 'postgres', 'bash: postgres: command not found', '9', 'v18'])('%j holds none', (text) => {
    expect(parseVersionText(text)).toBeUndefined()
  })

  it('is read from PG_VERSION', () => {
    expect(parsePgVersionFile('15\n')).toBe(15)
    expect(parsePgVersionFile('9.6\r\n')).toBe(9.6)
    for (const text of ['', '15.2\n', '9\n', 'x', '15\n16\n'])
      expect(parsePgVersionFile(text)).toBeUndefined()
  })

  it('is read from server_version_num', () => {
    expect([150018, 90624, 100023, 190000].map(majorFromVersionNum)).toEqual([15, 9.6, 10, 19])
  })
})
