import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseConfBoolean } from '../../../../../electron/postgres/facts/conf/units.ts'
import {
  convertRecoveryConf,
  convertToRecoveryConf,
  parseRecoveryConf,
} from '../../../../../electron/postgres/facts/recovery/convert.ts'
import {
  editRecoveryConf,
  recoveryFileFor,
} from '../../../../../electron/postgres/facts/recovery/recovery-file.ts'
import { namedSettings, standbySettingsOf } from '../../../../../electron/postgres/facts/recovery/settings.ts'

const sample = [
  '# STANDBY SERVER PARAMETERS',
  '#standby_mode = off',
  "#primary_conninfo = ''\t\t# e.g. 'host=localhost port=5432'",
  "#trigger_file = ''",
  '',
].join('\n')
const guide = [
  'standby_mode = on',
  "trigger_file = 'D:\\\\PostgreSQL\\\\data\\\\postgresql.trigger.5432'",
  "primary_conninfo = 'host=localhost port=5432 user=repuser keepalives_idle=60'",
].join('\r\n')
const triggerFile = 'D:\\PostgreSQL\\data\\postgresql.trigger.5432'
const primaryConninfo = 'host=localhost port=5432 user=repuser keepalives_idle=60'

describe('the file that makes a standby', () => {
  test('up to 11 is the sample with its lines filled in', () => {
    const file = recoveryFileFor(9.3, { primaryConninfo: 'port=5432', triggerFile: '/t' }, { sample })
    expect(file).toEqual({
      kind: 'recovery.conf',
      file: 'recovery.conf',
      text: [
        '# STANDBY SERVER PARAMETERS',
        '#standby_mode = off',
        'standby_mode = on',
        "#primary_conninfo = ''\t\t# e.g. 'host=localhost port=5432'",
        "primary_conninfo = 'port=5432'",
        "#trigger_file = ''",
        "trigger_file = '/t'",
        'recovery_target_timeline = latest',
        '',
      ].join('\n'),
      settings: {
        standby_mode: 'on',
        recovery_target_timeline: 'latest',
        primary_conninfo: 'port=5432',
        trigger_file: '/t',
      },
      dropped: [],
    })
  })

  test.each([
    [12, { promote_trigger_file: '/t', primary_slot_name: 'sb' }, []],
    [15, { promote_trigger_file: '/t', primary_slot_name: 'sb' }, []],
    [
      16,
      { primary_slot_name: 'sb' },
      [{ name: 'trigger_file / promote_trigger_file', reason: 'recovery-setting-removed' }],
    ],
  ])('in %s is an empty one beside settings', (major, settings, dropped) => {
    expect(recoveryFileFor(major, { triggerFile: '/t', primarySlotName: 'sb' })).toEqual({
      kind: 'signal',
      file: 'standby.signal',
      settings,
      dropped,
    })
  })

  test('for a recovery has no standby_mode', () => {
    const settings = { restoreCommand: 'cp /a/%f "%p"', recoveryTargetTimeline: 'current' }
    const old = recoveryFileFor(10, settings, { mode: 'recovery' })
    expect(old.settings).toEqual({ restore_command: 'cp /a/%f "%p"' })
    expect(recoveryFileFor(17, settings, { mode: 'recovery' })).toMatchObject({ file: 'recovery.signal' })
  })

  test('tells what a version has no place for', () => {
    expect(namedSettings(9.3, { primarySlotName: 'sb', recoveryTargetAction: 'pause' })).toEqual({
      settings: { pause_at_recovery_target: 'true' },
      dropped: [{ name: 'primary_slot_name', reason: 'recovery-setting-too-new' }],
    })
    expect(namedSettings(9.4, { recoveryTargetAction: 'shutdown' }).dropped).toEqual([
      { name: 'pause_at_recovery_target', reason: 'recovery-setting-no-equivalent' },
    ])
  })

  test.each([
    [11, 'primary_conninfo', 'restart'],
    [12, 'primary_conninfo', 'restart'],
    [13, 'primary_conninfo', 'reload'],
    [12, 'primary_slot_name', 'restart'],
    [13, 'primary_slot_name', 'reload'],
    [13, 'restore_command', 'restart'],
    [14, 'restore_command', 'reload'],
    [11, 'archive_cleanup_command', 'restart'],
    [12, 'recovery_min_apply_delay', 'reload'],
    [12, 'promote_trigger_file', 'reload'],
    [19, 'recovery_target_timeline', 'restart'],
  ])('in %s a new %s needs a %s', (major, name, change) => {
    expect(standbySettingsOf(major).find((fact) => fact.name === name)?.change).toBe(change)
  })

  test('is edited without losing a word', () => {
    const edited = editRecoveryConf(guide, { standby_mode: null, primary_conninfo: "host=h password='x y'" })
    expect(edited).toBe(
      guide
        .replace('standby_mode', '#standby_mode')
        .replace(/'host=localhost.*$/m, "'host=h password=''x y'''"),
    )
  })
})

describe('recovery.conf turned into settings', () => {
  test('as guide users have it', () => {
    const settings = { promote_trigger_file: triggerFile, primary_conninfo: primaryConninfo }
    expect(convertRecoveryConf(guide, 12)).toEqual({
      signal: 'standby.signal',
      settings,
      dropped: [],
      problems: [{ kind: 'timeline-now-latest' }],
    })
    expect(convertRecoveryConf(guide, 16)).toMatchObject({
      settings: { primary_conninfo: primaryConninfo },
      dropped: [{ name: 'trigger_file / promote_trigger_file', reason: 'recovery-setting-removed' }],
    })
  })

  test('of a recovery to a point in time', () => {
    const text =
      "restore_command = 'cp %f %p'\nrecovery_target_time = '2016-01-01'\npause_at_recovery_target = off\n"
    expect(convertRecoveryConf(text, 14)).toEqual({
      signal: 'recovery.signal',
      settings: {
        restore_command: 'cp %f %p',
        recovery_target_time: '2016-01-01',
        recovery_target_action: 'promote',
        recovery_target_timeline: 'current',
      },
      dropped: [],
      problems: [],
    })
  })

  test('tells what is wrong with it', () => {
    const text =
      "standby_mode = maybe\nwhat_is = this\n= x\nrecovery_target_xid = 5\nrecovery_target_name = 'a'\n"
    const converted = convertRecoveryConf(text, 13)
    expect(converted.dropped).toEqual([{ name: 'what_is', reason: 'recovery-setting-unknown' }])
    expect(converted.problems).toEqual([
      { kind: 'broken-line', line: 3, text: '= x' },
      { kind: 'not-boolean', name: 'standby_mode', value: 'maybe' },
      { kind: 'several-targets', names: ['recoveryTargetName', 'recoveryTargetXid'] },
      { kind: 'no-source' },
    ])
  })

  test('and back means the same', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'))
    const settings = fc.record(
      {
        primary_conninfo: value,
        restore_command: value,
        primary_slot_name: value,
        recovery_end_command: value,
      },
      { requiredKeys: ['primary_conninfo'] },
    )
    fc.assert(
      fc.property(settings, fc.constantFrom(9.4, 9.6, 10, 11), (given, major) => {
        const file = convertToRecoveryConf(major, 'standby.signal', given)
        if (file.kind !== 'recovery.conf') throw new Error(file.kind)
        const parsed = parseRecoveryConf(file.text)
        expect(parsed.mode).toBe('standby')
        const back = convertRecoveryConf(file.text, 15)
        expect(back.settings).toEqual({ ...given, recovery_target_timeline: 'latest' })
        expect([...back.dropped, ...back.problems]).toEqual([])
      }),
    )
  })
})

test.each([
  ['on', true],
  ['TRUE', true],
  ['t', true],
  ['y', true],
  ['1', true],
  ['of', false],
  ['no', false],
  ['f', false],
  ['0', false],
  ['o', undefined],
  ['', undefined],
  ['onn', undefined],
])('%j is read as a Boolean', (text, expected) => {
  expect(parseConfBoolean(text)).toBe(expected)
})
