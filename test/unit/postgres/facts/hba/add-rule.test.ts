import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHbaRule, printHbaRule, undoHba } from '../../../../../electron/postgres/facts/hba/add-rule.ts'
import { parseHba } from '../../../../../electron/postgres/facts/hba/hba-file.ts'
import { matchHba } from '../../../../../electron/postgres/facts/hba/match.ts'

const rule = {
  type: 'host',
  database: 'replication',
  user: 'repuser',
  address: '127.0.0.1/32',
  method: 'scram-sha-256',
}
const connection = { type: 'host', database: null, user: 'repuser', address: '127.0.0.1' } as const
const written = printHbaRule(rule)

describe('adding a rule', () => {
  test.each([
    ['', `${written}\n`],
    ['# sample\nlocal all all peer\n', `# sample\nlocal all all peer\n${written}\n`],
    ['local all all peer', `local all all peer\n${written}\n`],
    [
      '# a\nhost replication all 0.0.0.0/0 reject\n',
      `# a\n${written}\nhost replication all 0.0.0.0/0 reject\n`,
    ],
    ['local all all peer\r\n', `local all all peer\r\n${written}\r\n`],
    ['include more.conf\n', `${written}\ninclude more.conf\n`],
    ['host all all 127.0.0.1/32 trust\n', `host all all 127.0.0.1/32 trust\n${written}\n`],
    ['local all all \\', `${written}\nlocal all all \\`],
  ])('to %j', (text, expected) => {
    expect(addHbaRule(text, rule)).toMatchObject({ kind: 'added', text: expected })
  })

  test.each([
    'host replication all samehost scram-sha-256\n',
    'local all all peer\nhost all,replication repuser 127.0.0.0/8 scram-sha-256\n',
  ])('is not needed after %j', (text) => {
    expect(addHbaRule(text, rule)).toMatchObject({ kind: 'unchanged', text, undo: null })
  })

  test.each([
    { ...rule, method: 'magic' },
    { ...rule, address: '127.0.0.1' },
    { ...rule, user: 'a b' },
    { ...rule, user: 'a\nlocal all all trust\n' },
    { ...rule, type: '#' },
  ])('is refused for %j', (wrong) => {
    expect(addHbaRule('', wrong).kind).toBe('invalid')
  })

  test('is undone only while our line stands', () => {
    const added = addHbaRule('local all all peer\n', rule)
    if (added.kind !== 'added') throw new Error(added.kind)
    const edited = `# mine\n${added.text}host all ann ::1/128 trust\n`
    expect(undoHba(edited, added.undo)).toBe('# mine\nlocal all all peer\nhost all ann ::1/128 trust\n')
    const changed = added.text.replace('scram-sha-256', 'md5')
    expect(undoHba(changed, added.undo)).toBe(changed)
  })

  const line = fc
    .tuple(
      fc.constantFrom('host', 'hostssl', 'local', '# host', ''),
      fc.constantFrom('all', 'replication', '"replication"', 'all,replication', 'db'),
      fc.constantFrom('all', 'repuser', 'ann', '+team', '"repuser"'),
      fc.constantFrom('127.0.0.1/32', '0.0.0.0/0', '::1/128', 'samehost', '10.0.0.0 255.0.0.0'),
      fc.constantFrom('trust', 'reject', 'scram-sha-256', 'md5'),
    )
    .map(([type, database, user, address, method]) =>
      type === '' ? '' : [type, database, user, ...(type === 'local' ? [] : [address]), method].join(' '),
    )
  const text = fc
    .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, eol, ended]) => lines.join(eol) + (ended && lines.length > 0 ? eol : ''))

  test('takes effect in any file, a second time changes nothing, and is undone to the letter', () => {
    fc.assert(
      fc.property(text, (before) => {
        const added = addHbaRule(before, rule)
        if (added.kind === 'invalid') throw new Error(added.problem)
        expect(matchHba(parseHba(added.text), connection)?.rule.method).toBe('scram-sha-256')
        expect(addHbaRule(added.text, rule).kind).toBe('unchanged')
        expect(added.undo === null ? added.text : undoHba(added.text, added.undo)).toBe(before)
        const line = added.text.split('\n')[added.line - 1]?.trim()
        expect(added.kind === 'unchanged' || line === written).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
