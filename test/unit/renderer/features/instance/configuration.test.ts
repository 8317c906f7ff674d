import { describe, expect, test } from 'vitest'
import { findSettings } from '../../../../../renderer/features/instance/configuration/find-settings.ts'
import { differs, plainLines } from '../../../../../renderer/features/instance/configuration/plain-lines.ts'
import { splitRule } from '../../../../../renderer/features/instance/configuration/split-rule.ts'
import type { ConfigLine } from '../../../../../shared/model/readings.ts'

describe('a rule of pg_hba.conf falls into columns', () => {
  test.each([
    ['local all all peer', ['local', 'all', 'all', '', 'peer']],
    [
      'host  all\tall 127.0.0.1/32   scram-sha-256 # comment',
      ['host', 'all', 'all', '127.0.0.1/32', 'scram-sha-256'],
    ],
    ['host all all 10.0.0.0 255.0.0.0 md5', ['host', 'all', 'all', '10.0.0.0 255.0.0.0', 'md5']],
    ['host all all fe80:: ffff:: reject', ['host', 'all', 'all', 'fe80:: ffff::', 'reject']],
    [
      'hostssl "my db",app all ::1/128 cert map=x clientname=DN',
      ['hostssl', '"my db",app', 'all', '::1/128', 'cert map=x clientname=DN'],
    ],
    ['local replication repl ident map=m', ['local', 'replication', 'repl', '', 'ident map=m']],
    ['include_if_exists extra.conf', ['include_if_exists extra.conf', '', '', '', '']],
  ])('%s', (text, columns) => {
    expect(Object.values(splitRule(text))).toEqual(columns)
  })
})

describe('what an editor gives back', () => {
  test('is the same file when only its line ends differ', () => {
    expect(plainLines('a\r\nb\rc\n')).toBe('a\nb\nc\n')
    expect(differs('a\nb\n', 'a\r\nb\r\n')).toBe(false)
    expect(differs('a\nb', 'a\r\nb\r\n')).toBe(true)
  })
})

const setting = (name: string, fileValue: string | null, serverValue: string | null): ConfigLine => ({
  name,
  fileValue,
  serverValue,
  file: null,
  line: null,
  source: null,
  pendingRestart: false,
})

describe('the search for settings', () => {
  const settings = [
    setting('max_connections', '100', '100'),
    setting('wal_level', null, 'replica'),
    setting('max_wal_senders', '10', '10'),
  ]
  const found = (search: string): string[] => findSettings(settings, search).map(({ name }) => name)

  test('wants every word, in the name or in a value', () => {
    expect(found('  ')).toHaveLength(3)
    expect(found('WAL')).toEqual(['wal_level', 'max_wal_senders'])
    expect(found('max wal')).toEqual(['max_wal_senders'])
    expect(found('replica')).toEqual(['wal_level'])
    expect(found('nothing')).toEqual([])
  })
})
