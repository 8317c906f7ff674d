import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { expandHba, matchHba } from '../../../../../electron/postgres/facts/hba.ts'

const dir = path.resolve('/etc/pg')
const main = path.join(dir, 'pg_hba.conf')

function expand(texts: Readonly<Record<string, string>>, major = 16) {
  const files = new Map(Object.entries(texts).map(([name, text]) => [path.join(dir, name), text]))
  const list = (folder: string): string[] | undefined => {
    const names = [...files.keys()].filter((file) => path.dirname(file) === folder)
    return names.length === 0 ? undefined : names.map((file) => path.basename(file))
  }
  const text = files.get(main) ?? ''
  return expandHba(main, text, major, { read: (file) => files.get(file), list })
}

const usersOf = (texts: Readonly<Record<string, string>>, major?: number) =>
  expand(texts, major).lines.flatMap((line) =>
    line.kind === 'rule' ? [line.rule.users.map(({ value }) => value).join('+')] : [],
  )

const deciding = (texts: Readonly<Record<string, string>>, user = 'repl') => {
  const match = matchHba(expand(texts), { type: 'host', database: null, user, address: '127.0.0.1' })
  return match && [match.rule.method, match.uncertain]
}

describe('the rules of all files', () => {
  test('stand in the order in which they are tried', () => {
    const texts = {
      'pg_hba.conf':
        'local all a peer\ninclude more/b.conf\ninclude_if_exists none\ninclude_dir d\nlocal all f peer',
      'more/b.conf': 'local all b peer\ninclude c.conf',
      'more/c.conf': 'local all c peer',
      'd/2.conf': 'local all e peer',
      'd/1.conf': 'local all d peer',
      'd/.3.conf': 'local all hidden peer',
      'd/4.txt': 'local all other peer',
    }
    expect(usersOf(texts)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(usersOf(texts, 15)).toEqual(['a', 'f'])
  })

  test('have the names of lists, in lists too, in every version', () => {
    const texts = {
      'pg_hba.conf': 'local @dbs ann,@lists/team,"@quoted" peer',
      dbs: 'x',
      'lists/team': 'li # first\n"bo b", @more\n',
      'lists/more': 'jo\n',
    }
    expect(usersOf(texts, 10)).toEqual(['ann+li+bo b+jo+@quoted'])
  })

  test('decide a replication connection', () => {
    expect(
      deciding({ 'pg_hba.conf': 'include r', r: 'host replication @l samehost md5', l: 'repl' }),
    ).toEqual(['md5', false])
    expect(deciding({ 'pg_hba.conf': 'host @k all samehost md5', k: 'replication' })).toEqual(['md5', false])
    expect(deciding({ 'pg_hba.conf': 'host @k all samehost md5', k: '"replication"' })).toBeUndefined()
  })

  test('leave open what cannot be read, and what leads back to itself', () => {
    const rule = 'host replication all samehost md5'
    for (const before of [
      'include none',
      'include_dir none',
      'include pg_hba.conf',
      'host all @none samehost reject',
    ])
      expect(deciding({ 'pg_hba.conf': `${before}\n${rule}` })).toEqual(['md5', true])
    expect(deciding({ 'pg_hba.conf': `include_if_exists none\n${rule}` })).toEqual(['md5', false])
    expect(deciding({ 'pg_hba.conf': `host all @a samehost md5\n${rule}`, a: '@a' })).toEqual(['md5', true])
  })
})
