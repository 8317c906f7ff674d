import { describe, expect, test } from 'vitest'
import { convertRecoveryText } from '../../../../../electron/core/readings/standby-settings/convert.ts'

const passfile = '/home/me/credentials/b.pgpass'
const convert = (text: string, major: number) => convertRecoveryText(text, { major, passfile })
const keysOf = (texts: readonly { readonly key: string }[]): string[] => texts.map(({ key }) => key)

/** The recovery.conf of each guide, as it stands there. */
const guides = {
  '000': [
    "\tstandby_mode = 'on'",
    "\tprimary_conninfo = 'host=MASTER port=5432 user=repl password=repl.repl'",
    "\ttrigger_file = '/web/data/trigger_activestb'\t",
  ].join('\n'),
  '001': [
    '    standby_mode = on  # 这个说明这台机器为从库',
    "    primary_conninfo = 'host=10.12.12.10 port=5432 user=replica password=replica'  # 主库的信息",
    '',
    "    recovery_target_timeline = 'latest' # 同步到最新的数据",
  ].join('\n'),
  '002': [
    'standby_mode = on',
    "primary_conninfo = 'host=192.168.0.2 user=repluser password=123 port=5432'",
  ].join('\n'),
  '003': [
    '  standby_mode = on',
    "  trigger_file = 'D:\\PostgreSQL\\data\\postgresql.trigger.5432'",
    "  primary_conninfo = 'host=localhost port=5432 user=repuser password=repuser keepalives_idle=60'",
  ].join('\r\n'),
  '004': [
    'Standby_mode= On#This indicates that the machine is from the library',
    "Primary_conninfo ='host=192.168.1.202 port=5432 User=replica password=replica' #main library",
    "Recovery_target_timeline ='Latest' #synchronized to the latest data",
  ].join('\n'),
}

describe("the guides' recovery.conf", () => {
  test('000 for 15: trigger_file has another name, the password goes to the passfile', () => {
    const made = convert(guides['000'], 15)
    expect(made).toMatchObject({
      mode: 'standby',
      settings: {
        primary_conninfo: `host=MASTER port=5432 user=repl passfile=${passfile}`,
        promote_trigger_file: '/web/data/trigger_activestb',
      },
      conninfo: { host: 'MASTER', port: '5432', user: 'repl', passfile },
      credentials: { user: 'repl', password: 'repl.repl' },
    })
    expect(keysOf(made.notes)).toEqual([
      'conversion.standby-signal',
      'conversion.renamed',
      'conversion.password-moved',
    ])
  })

  test('000 for 18: there is no trigger file any more', () => {
    const made = convert(guides['000'], 18)
    expect(Object.keys(made.settings)).toEqual(['primary_conninfo'])
    expect(made.problems.map(({ text }) => text)).toContainEqual({
      key: 'findings.recovery-setting-removed.message',
      params: { name: 'trigger_file / promote_trigger_file' },
    })
  })

  test('000 for 11: it stays as it is, but for the password', () => {
    const made = convert(guides['000'], 11)
    expect(made.settings).toEqual({
      primary_conninfo: `host=MASTER port=5432 user=repl passfile=${passfile}`,
      trigger_file: '/web/data/trigger_activestb',
    })
    expect(made.problems).toEqual([])
    expect(keysOf(made.notes)).toEqual(['conversion.standby-file', 'conversion.password-moved'])
  })

  test('001: comments behind the values are no part of them, and the timeline that was set is not remarked on', () => {
    const made = convert(guides['001'], 18)
    expect(made.settings['recovery_target_timeline']).toBe('latest')
    expect(made.problems).toEqual([])
  })

  test('002: a standby that set no timeline now follows the latest, which is said', () => {
    const made = convert(guides['002'], 18)
    expect(made.problems).toEqual([{ line: null, text: { key: 'conversion.timeline-now-latest' } }])
  })

  test('003: a Windows path in apostrophes is taken as it was meant', () => {
    const meant = 'D:\\PostgreSQL\\data\\postgresql.trigger.5432'
    const made = convert(guides['003'], 15)
    expect(made.settings['promote_trigger_file']).toBe(meant)
    expect(made.conninfo).toMatchObject({ keepalives_idle: '60' })
    expect(made.notes).toContainEqual({
      key: 'conversion.backslashes',
      params: { name: 'trigger_file', read: 'D:PostgreSQLdatapostgresql.trigger.5432', meant },
    })
  })

  test('004: words that PostgreSQL knows in lower case only are taken so, which is said', () => {
    const made = convert(guides['004'], 15)
    expect(made.mode).toBe('standby')
    expect(made.settings['recovery_target_timeline']).toBe('latest')
    expect(made.conninfo).toMatchObject({ user: 'replica' })
    expect(made.credentials).toEqual({ user: 'replica', password: 'replica' })
    expect(made.notes).toEqual(
      expect.arrayContaining([
        { key: 'conversion.lower-case', params: { given: 'User', taken: 'user' } },
        { key: 'conversion.lower-case', params: { given: 'Latest', taken: 'latest' } },
      ]),
    )
  })

  test.each(Object.entries(guides))(
    '%s: the password is in nothing that goes into a plan',
    (_guide, text) => {
      const { settings, conninfo } = convert(text, 15)
      const password = /password=([^' ]+)/.exec(text)?.[1]
      expect(password).toBeDefined()
      expect(JSON.stringify({ settings, conninfo })).not.toContain(`password=`)
      expect(Object.keys(conninfo ?? {})).not.toContain('password')
    },
  )
})

describe('what is wrong with a pasted file', () => {
  test('is named with its line', () => {
    const made = convert('standby_mode = on\nthis is no setting\nnonsense = 1\n', 18)
    expect(made.problems).toContainEqual({
      line: 2,
      text: { key: 'conversion.broken-line', params: { text: 'this is no setting' } },
    })
    expect(made.problems.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        { key: 'findings.recovery-setting-unknown.message', params: { name: 'nonsense' } },
        { key: 'conversion.no-source' },
      ]),
    )
  })

  test('an unreadable connection string is left out, with its password', () => {
    const made = convert("primary_conninfo = 'host=a password = ''oops'", 18)
    expect(made.settings).not.toHaveProperty('primary_conninfo')
    expect(made.conninfo).toBeNull()
    expect(JSON.stringify(made)).not.toContain('oops')
    expect(made.problems.map(({ text }) => text.key)).toContain('conversion.conninfo-unreadable')
  })

  test('two targets, where the server takes one', () => {
    const text = "restore_command = 'cp a b'\nrecovery_target_xid = 7\nrecovery_target_name = 'x'"
    for (const major of [11, 18])
      expect(convert(text, major).problems).toContainEqual({
        line: null,
        text: {
          key: 'conversion.several-targets',
          params: { names: 'recovery_target_name, recovery_target_xid' },
        },
      })
  })

  test('nothing at all', () => {
    const made = convert('', 18)
    expect(made).toMatchObject({ mode: 'recovery', settings: { recovery_target_timeline: 'current' } })
    expect(made.problems.map(({ text }) => text.key)).toEqual(['conversion.no-source'])
  })
})
