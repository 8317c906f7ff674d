import { describe, expect, test } from 'vitest'
import { draftStandbySettings } from '../../../../../electron/core/readings/standby-settings/draft.ts'
import { standbySettingsIn } from '../../../../../electron/core/readings/standby-settings/read.ts'
import type { ConfigLine, RecoveryReading } from '../../../../../shared/model/readings.ts'

const passfile = '/home/me/credentials/b.pgpass'
const line = (
  name: string,
  fileValue: string | null,
  serverValue: string | null = fileValue,
): ConfigLine => ({
  name,
  fileValue,
  file: fileValue === null ? null : '/data/postgresql.conf',
  line: 1,
  serverValue,
  source: null,
  pendingRestart: false,
})
const old: RecoveryReading = {
  kind: 'recovery.conf',
  file: '/data/recovery.conf',
  text: "# a comment\nstandby_mode = on\nprimary_conninfo = 'host=a port=1 password=********'\ntrigger_file = '/t'\n",
}
const now: RecoveryReading = {
  kind: 'signal-file',
  standbySignal: true,
  recoverySignal: false,
  settings: [line('primary_conninfo', 'host=a port=1'), line('recovery_min_apply_delay', '1min', '0')],
}
const of = (reading: RecoveryReading, major: number) => standbySettingsIn(reading, major, passfile)
const draft = (
  reading: RecoveryReading,
  own: number,
  asked: Partial<Parameters<typeof draftStandbySettings>[1]> = {},
) => draftStandbySettings(of(reading, own), { major: own, settings: {}, conninfo: {}, ...asked })

describe('what a form starts from', () => {
  test('up to 11 comes from the file, secrets named but not shown', () => {
    const reading = of(old, 11)
    expect(reading).toMatchObject({
      mode: 'standby',
      conninfo: { kind: 'parts', parts: { host: 'a', port: '1' }, secrets: ['password'] },
      promotion: ['pg_ctl', 'trigger'],
    })
    expect(reading.settings.find(({ key }) => key === 'triggerFile')).toMatchObject({
      name: 'trigger_file',
      value: '/t',
      change: 'restart',
    })
  })

  test('from 12 the files count before what is in force, and 16 has no trigger file', () => {
    const reading = of(now, 18)
    expect(reading.settings.find(({ name }) => name === 'recovery_min_apply_delay')?.value).toBe('1min')
    expect(reading.settings.map(({ key }) => key)).not.toContain('triggerFile')
    expect(reading.promotion).toEqual(['pg_ctl', 'sql'])
    expect(of(now, 15).promotion).toEqual(['pg_ctl', 'sql', 'trigger'])
  })

  test('a recovery.conf that is not there makes a primary', () => {
    expect(of({ kind: 'recovery.conf', file: '/data/recovery.conf', text: null }, 11).mode).toBe('none')
  })

  test('an unreadable connection string is shown as it is, and begun anew by a change', () => {
    const broken = { ...now, settings: [line('primary_conninfo', 'host')] }
    expect(of(broken, 18).conninfo).toEqual({ kind: 'unreadable', text: 'host' })
    expect(draft(broken, 18, { conninfo: { port: '5' } }).changes).toEqual({ primary_conninfo: 'port=5' })
  })
})

describe('a draft', () => {
  test('changes nothing that was not touched', () => {
    expect(draft(now, 18).changes).toEqual({})
    expect(draft(old, 11).notes).toEqual([])
  })

  test('changes one part of the connection and keeps the others', () => {
    expect(draft(now, 18, { conninfo: { port: '2', application_name: "it's" } }).changes).toEqual({
      primary_conninfo: String.raw`host=a port=2 application_name='it\'s'`,
    })
    expect(draft(now, 18, { conninfo: { host: null, port: null } }).changes).toEqual({
      primary_conninfo: null,
    })
  })

  test('takes a password out with any change of the connection, and says so', () => {
    const made = draft(old, 11, { conninfo: { passfile } })
    expect(made.changes['primary_conninfo']).toMatch(/^host=a port=1 +passfile=/)
    expect(JSON.stringify(made)).not.toContain('********')
    expect(made.notes).toEqual([{ key: 'conversion.secret-left-out', params: { keywords: 'password' } }])
  })

  test('of 11 is shown without the comments, and as 15 and 18 would have it', () => {
    const asked = { settings: { recovery_min_apply_delay: '5s' } }
    const own = draft(old, 11, asked).written
    expect(own.file.name).toBe('recovery.conf')
    expect(own.file.text).not.toContain('#')
    expect(own.file.text).toContain('recovery_min_apply_delay = 5s\n')
    expect(own.settings).toBeNull()
    const later = draft(old, 11, { ...asked, major: 15 }).written
    expect(later.file).toEqual({ name: 'standby.signal', text: null })
    expect(later.settings).toContain("promote_trigger_file = '/t'\n")
    expect(draft(old, 11, { ...asked, major: 18 }).written.notes).toContainEqual({
      key: 'findings.recovery-setting-removed.message',
      params: { name: 'trigger_file / promote_trigger_file' },
    })
  })

  test('of 18 is shown as 11 would have it, in one file', () => {
    const { written, changes } = draft(now, 18, { major: 11, settings: { primary_slot_name: 's' } })
    expect(changes).toEqual({ primary_slot_name: 's' })
    expect(written.settings).toBeNull()
    expect(written.file.text?.split('\n').toSorted()).toEqual(
      [
        '',
        "primary_conninfo = 'host=a port=1'",
        'primary_slot_name = s',
        'recovery_min_apply_delay = 1min',
        'recovery_target_timeline = latest',
        'standby_mode = on',
      ].toSorted(),
    )
  })
})
