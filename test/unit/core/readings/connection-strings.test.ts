import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { findCluster } from '../../../../electron/core/readings/cluster.ts'
import { buildConnectionStrings } from '../../../../electron/core/readings/connection-strings.ts'
import { linuxTarget } from '../plan/preview/plans.ts'

const odd = `p'a"s;s w=o%r&d\\@:/?#é`
const login = { user: `o'ne two`, database: 'my db' }
const alpha = linuxTarget('alpha', { port: 5432, passfile: `/home/ann/it's/a.pgpass`, major: 15 })
const beta = linuxTarget('beta', { port: 5433, major: 15 })

const stringsOf = (
  options: Partial<Parameters<typeof buildConnectionStrings>[0]> = {},
  password?: string,
  platform: NodeJS.Platform = 'linux',
): Readonly<Record<string, string>> => {
  const strings = buildConnectionStrings(
    { target: alpha, cluster: [alpha], ...options },
    password === undefined ? login : { ...login, password },
    platform,
  )
  return Object.fromEntries(strings.map(({ id, text }) => [id, text]))
}

/** As DbConnectionStringBuilder reads it. */
const parseDotnet = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([^=;]+)=("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, name = '', value = '']) => [
      name,
      value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value,
    ]),
  )

describe('the strings of one instance', () => {
  it('show no password unless it is asked for', () => {
    for (const text of Object.values(stringsOf())) expect(text).not.toMatch(/password/i)
  })

  it('carry odd characters so that each reader gets them back', () => {
    const { url = '', jdbc = '', dotnet = '', node = '' } = stringsOf({}, odd)
    for (const text of [url, jdbc.slice('jdbc:'.length)]) {
      const parsed = new URL(text)
      const user = parsed.searchParams.get('user') ?? decodeURIComponent(parsed.username)
      const password = parsed.searchParams.get('password') ?? decodeURIComponent(parsed.password)
      expect([user, password]).toEqual([login.user, odd])
      expect(decodeURIComponent(parsed.pathname)).toBe('/my db')
    }
    expect(parseDotnet(dotnet)).toEqual({
      Host: '127.0.0.1',
      Port: '5432',
      Username: login.user,
      Password: odd,
      Database: 'my db',
    })
    const given: object[] = []
    const noteFields = function (fields: object): void {
      given.push({ ...fields })
    }
    runInNewContext(node, { Client: noteFields })
    expect(given).toEqual([{ host: '127.0.0.1', port: 5432, ...login, password: odd }])
  })

  it('keep the password out of psql, which finds it by the passfile', () => {
    expect(stringsOf({}, odd)['psql']).toBe(
      String.raw`PGPASSFILE='/home/ann/it'\''s/a.pgpass' psql -h 127.0.0.1 -p 5432 -U 'o'\''ne two' -d 'my db'`,
    )
    expect(stringsOf({}, odd, 'win32')['psql']).toMatch(/^set "PGPASSFILE=.*"\npsql -h 127\.0\.0\.1/)
  })

  it('leave JDBC out where only a socket directory is open', () => {
    const strings = stringsOf({ target: linuxTarget('alpha', { host: '/var/run/postgresql' }) })
    expect(Object.keys(strings)).toEqual(['psql', 'url', 'dotnet', 'node'])
    expect(strings['url']).toContain('@%2Fvar%2Frun%2Fpostgresql:5432/')
  })
})

const cluster = [alpha, beta]

const readUrlOf = (major: number): string | undefined =>
  stringsOf({ target: linuxTarget('alpha', { major }), cluster })['multi-host-read']

const entry = (name: string, upstream: string | null, supersededBy: string | null = null) => ({
  name,
  upstream,
  supersededBy,
})

describe('the strings of a pair', () => {
  it('find the primary to write to, and a standby to read from', () => {
    const strings = stringsOf({ cluster })
    expect(strings['multi-host-write']).toMatch(/@127\.0\.0\.1:5432,127\.0\.0\.1:5433\/.*=read-write$/)
    expect(strings['multi-host-read']).toMatch(/@127\.0\.0\.1:5433,127\.0\.0\.1:5432\/.*=prefer-standby$/)
    expect(strings['multi-host-jdbc-write']).toMatch(/targetServerType=primary$/)
    expect(strings['multi-host-jdbc-read']).toMatch(/5433,127.*targetServerType=preferSecondary$/)
    expect(strings['multi-host-dotnet-write']).toMatch(/;Target Session Attributes=primary$/)
    expect(strings['multi-host-dotnet-read']).toMatch(
      /^Host=127\.0\.0\.1:5433,127\.0\.0\.1:5432;.*;Target Session Attributes=prefer-standby$/,
    )
  })

  it('use what its libpq understands', () => {
    expect(readUrlOf(13)).toMatch(/target_session_attrs=any$/)
    expect(readUrlOf(9.6)).toBeUndefined()
  })
})

describe('findCluster', () => {
  it('is the whole cascade without superseded primaries and strangers', () => {
    const all = [
      entry('c', 'b'),
      entry('b', 'a'),
      entry('a', null),
      entry('old', null, 'a'),
      entry('x', null),
    ]
    const namesOf = (name: string) => {
      const own = all.find((one) => one.name === name)
      return own === undefined ? [] : findCluster(own, all).map((one) => one.name)
    }
    for (const name of ['a', 'b', 'c']) expect(namesOf(name)).toEqual(['a', 'b', 'c'])
    expect(namesOf('x')).toEqual(['x'])
    expect(namesOf('old')).toEqual([])
  })
})
