import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatConninfo,
  parseConninfo,
  redactConninfo,
  setConninfo,
} from '../../../../electron/postgres/facts/conninfo.ts'

const key = fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/).filter((k) => k !== '__proto__')
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[ '\\=\ta-c]{0,10}$/),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const params = fc.dictionary(
  key,
  value.map((v) => v.replaceAll('\0', '')),
  { noNullPrototype: true, maxKeys: 6 },
)

function paramsOf(text: string): Readonly<Record<string, string>> | undefined {
  const parsed = parseConninfo(text)
  return parsed.kind === 'invalid' ? undefined : parsed.params
}

describe('keyword and value strings', () => {
  it.each([
    ['host=127.0.0.1 port=5432', { host: '127.0.0.1', port: '5432' }],
    ["  user = 'a b'  password\t=\n'it\\'s \\\\ me' ", { user: 'a b', password: "it's \\ me" }],
    ['host= port=5432', { host: 'port=5432' }],
    ["host='' port=5432", { host: '', port: '5432' }],
    ["host='a'port=1", { host: 'a', port: '1' }],
    ['a=b\\ c d=e\\', { a: 'b c', d: 'e' }],
    ['port=1 port=2', { port: '2' }],
    ["a=b'c", { a: "b'c" }],
    ['', {}],
  ])('%j', (text, expected) => {
    expect(parseConninfo(text)).toEqual({ kind: 'keywords', params: expected })
  })

  it('says why it cannot be read', () => {
    expect(parseConninfo('host')).toEqual({ kind: 'invalid', reason: 'missing-equals' })
    expect(parseConninfo('host localhost')).toEqual({ kind: 'invalid', reason: 'missing-equals' })
    expect(parseConninfo("host='x")).toEqual({ kind: 'invalid', reason: 'unterminated-quote' })
    expect(parseConninfo('postgresql://h/d?x')).toEqual({ kind: 'invalid', reason: 'bad-uri' })
  })

  it('is written so that it reads as the same', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(paramsOf(formatConninfo(p))).toEqual(p)
      }),
    )
  })

  it('is changed without touching the other pairs', () => {
    expect(setConninfo("host=a   password='x y'  port = 1", { port: '2', user: 'u v' })).toBe(
      "host=a   password='x y'  port = 2 user='u v'",
    )
    expect(setConninfo('a=1 b=2 c=3', { b: null })).toBe('a=1 c=3')
    expect(setConninfo('', { a: '1' })).toBe('a=1')
    expect(setConninfo('host=', { port: '1' })).toBe("host='' port=1")
    expect(setConninfo('a=b\\', { c: 'd' })).toBe('a=b c=d')
    expect(setConninfo("host='a'port=1", { host: 'b' })).toBe("host='b'port=1")
    expect(setConninfo("host='x", { port: '1' })).toBeUndefined()
    expect(setConninfo('postgresql://u@h/d', { port: '1' })).toBe('user=u host=h dbname=d port=1')
  })

  it('reads as changed after any change of any readable string', () => {
    const text = fc.oneof(
      params.map(formatConninfo),
      fc.stringMatching(/^([a-c]{1,2} ?= ?('[ a\\c]{0,3}'|[a'\\]{0,4}) ?){0,4}$/),
    )
    const changes = fc.dictionary(fc.oneof(key, fc.constantFrom('a', 'b', 'aa')), fc.option(value), {
      noNullPrototype: true,
      maxKeys: 4,
    })
    fc.assert(
      fc.property(text, changes, (before, change) => {
        const old = paramsOf(before)
        const changed = setConninfo(before, change)
        const wanted = Object.entries({ ...old, ...change }).filter(([, v]) => v !== null)
        expect(changed === undefined ? undefined : paramsOf(changed)).toEqual(
          old === undefined ? undefined : Object.fromEntries(wanted),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('URIs', () => {
  it.each([
    ['postgresql://', {}],
    ['postgres://u:p%20w@h:5433/d', { user: 'u', password: 'p w', host: 'h', port: '5433', dbname: 'd' }],
    [
      'postgresql://[::1]:5432/d?sslmode=require',
      { host: '::1', port: '5432', dbname: 'd', sslmode: 'require' },
    ],
    ['postgresql://a:1,b:2/', { host: 'a,b', port: '1,2' }],
    ['postgresql:///d?host=/tmp&ssl=true', { dbname: 'd', host: '/tmp', sslmode: 'require' }],
    ['postgresql://%2Fvar%2Frun/d', { host: '/var/run', dbname: 'd' }],
  ])('%s', (text, expected) => {
    expect(parseConninfo(text)).toEqual({ kind: 'uri', params: expected })
  })

  it.each(['postgresql://h/%zz', 'postgresql://[::1/d', 'postgresql://h/d?a=b=c', 'postgresql://h/%00'])(
    '%s is refused',
    (text) => {
      expect(parseConninfo(text)).toEqual({ kind: 'invalid', reason: 'bad-uri' })
    },
  )
})

describe('redaction', () => {
  it.each([
    ['host=h password=geheim port=1', 'host=h password=******** port=1'],
    ["host=h  password = 'a \\' b'  sslpassword=x", 'host=h  password = ********  sslpassword=********'],
    ['passfile=/x/password user=u', 'passfile=/x/password user=u'],
    ['postgresql://u:geheim@h/d?password=x&a=b', 'postgresql://u:********@h/d?password=********&a=b'],
    ['postgresql://u:p/w@h/d', 'postgresql://u:********@h/d'],
    ['postgresql://u@h/d?p%61ssword=x', 'postgresql://u@h/d?p%61ssword=********'],
    ["host=h password='a b", 'host=h password=********'],
    ['host=h nonsense password=a b', 'host=h nonsense password=********'],
  ])('%j', (text, expected) => {
    expect(redactConninfo(text)).toBe(expected)
  })

  it('hides the password whatever it is, and changes nothing else', () => {
    fc.assert(
      fc.property(params, value, (rest, secret) => {
        const hidden = redactConninfo(formatConninfo({ ...rest, password: secret }))
        expect(hidden).toBe(formatConninfo({ ...rest, password: '********' }))
      }),
    )
  })
})
