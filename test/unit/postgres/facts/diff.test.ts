import { applyPatch } from 'diff'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteConfValue } from '../../../../electron/postgres/facts/conf/value.ts'
import { formatConninfo } from '../../../../electron/postgres/facts/conninfo.ts'
import { unifiedDiff } from '../../../../electron/postgres/facts/diff.ts'
import { redactSecrets } from '../../../../electron/postgres/facts/redact-secrets.ts'

describe('unified diff', () => {
  it('shows the changed line between its neighbours', () => {
    expect(
      unifiedDiff('postgresql.conf', 'a = 1\nb = 2\nc = 3\nd = 4\n', 'a = 1\nb = 2\nc = 5\nd = 4\n', 1),
    ).toBe(
      [
        '--- postgresql.conf',
        '+++ postgresql.conf',
        '@@ -2,3 +2,3 @@',
        ' b = 2',
        '-c = 3',
        '+c = 5',
        ' d = 4',
        '',
      ].join('\n'),
    )
  })

  it('says when the last line has no end, and is empty without a change', () => {
    expect(unifiedDiff('f', '', 'a\n')).toBe('--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n')
    expect(unifiedDiff('f', 'a', 'a\n')).toContain('\\ No newline at end of file')
    expect(unifiedDiff('f', 'a', 'a')).toBe('')
  })

  it('is a patch that makes the new text of the old', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'port = 1', '', '# x\r')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = unifiedDiff('f', before, after)
        expect(patch === '' ? before : applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(
          after,
        )
      }),
    )
  })

  it('shows that a password changed, not which', () => {
    const diff = unifiedDiff(
      'postgresql.auto.conf',
      "primary_conninfo = 'host=h password=old'\n",
      "primary_conninfo = 'host=h password=new'\n",
    )
    expect(diff).toContain(
      "-primary_conninfo = 'host=h password=********'\n+primary_conninfo = 'host=h password=********'\n",
    )
  })
})

describe('secrets in files', () => {
  it.each([
    [
      "primary_conninfo = 'user=u password=''a b'' port=1' # x",
      "primary_conninfo = 'user=u password=******** port=1' # x",
    ],
    [
      "primary_conninfo = 'user=u password=a\\\\ b port=1'",
      "primary_conninfo = 'user=u password=******** port=1'",
    ],
    ["  # primary_conninfo = 'password=geheim'\r", "  # primary_conninfo = 'password=********'\r"],
    ["primary_conninfo = 'postgresql://u:geheim@h/d'", "primary_conninfo = 'postgresql://u:********@h/d'"],
    ["restore_command = 'PGPASSWORD=geheim fetch %f'", "restore_command = 'PGPASSWORD=******** fetch %f'"],
    ['host all all all ldap ldapbindpasswd="a b" x', 'host all all all ldap ldapbindpasswd=********'],
    ['host all all all radius radiussecrets=geheim', 'host all all all radius radiussecrets=********'],
    ["my.password 'geheim'", "my.password '********'"],
    ["primary_conninfo = 'password=geheim", "primary_conninfo = 'password=********"],
    ["password_encryption = 'scram-sha-256'", "password_encryption = 'scram-sha-256'"],
    [
      "primary_conninfo = 'host=''h'' passfile=''/a b/pgpass'''",
      "primary_conninfo = 'host=''h'' passfile=''/a b/pgpass'''",
    ],
  ])('%j', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected)
  })

  it('never show a password inside a connection string, whatever it is', () => {
    const secret = fc.string({ minLength: 5, maxLength: 12 }).map((text) => `§${text.replaceAll('\0', '')}§`)
    fc.assert(
      fc.property(secret, fc.constantFrom('', '#', '  # '), (password, prefix) => {
        const conninfo = formatConninfo({ host: 'h', password, port: '1' })
        const line = `${prefix}primary_conninfo = ${quoteConfValue(conninfo)} # end`
        expect(redactSecrets(line)).toBe(
          `${prefix}primary_conninfo = 'host=h password=******** port=1' # end`,
        )
        expect(redactSecrets(`${line} open'`)).not.toContain('§')
      }),
      { numRuns: 500 },
    )
  })
})
