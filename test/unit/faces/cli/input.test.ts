import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../../../electron/faces/cli/commands/hba.ts'
import { demoNames } from '../../../../electron/faces/cli/commands/demo/make-pair.ts'
import {
  given,
  integerOption,
  parseSettings,
  pathOption,
  pgOption,
} from '../../../../electron/faces/cli/input/command-input.ts'
import { decideAgreement, isYes } from '../../../../electron/faces/cli/input/confirm.ts'
import { chooseLanguage, languageOf, wantsJson } from '../../../../electron/faces/cli/input/global-options.ts'

const typed = (options: Readonly<Record<string, unknown>>) => ({ operands: [], options })

describe('options', () => {
  test('whole numbers only', () => {
    expect(integerOption(typed({ port: '5440' }), 'port')).toBe(5440)
    expect(integerOption(typed({}), 'port')).toBeUndefined()
    for (const port of ['abc', '5e3', '-1', '1.5', ''])
      expect(() => integerOption(typed({ port }), 'port')).toThrow('bad-option-value')
    expect(() => integerOption(typed({ standbyPort: 'x' }), 'standbyPort')).toThrow('--standby-port')
  })

  test('settings keep everything after the first equals sign', () => {
    expect(parseSettings(['work_mem=64MB', "log_line_prefix=%m a=b '"])).toEqual({
      work_mem: '64MB',
      log_line_prefix: "%m a=b '",
    })
    expect(parseSettings(['a=1', 'a=2'])).toEqual({ a: '2' })
    expect(parseSettings(['archive_command='])).toEqual({ archive_command: '' })
    for (const word of ['work_mem', '=64MB']) expect(() => parseSettings([word])).toThrow('not-a-setting')
  })

  test('paths count from where the user is; a major version is no path', () => {
    expect(pathOption(typed({ data: 'x/y' }), 'data')).toBe(path.resolve('x/y'))
    expect(pgOption(typed({ pg: '15' }))).toBe('15')
    expect(pgOption(typed({ pg: '9.6' }))).toBe('9.6')
    expect(pgOption(typed({ pg: 'bin' }))).toBe(path.resolve('bin'))
    expect(given({ port: undefined, name: 'app' })).toEqual({ name: 'app' })
  })

  test('rules of pg_hba.conf have no address when they are local', () => {
    expect(ruleOf(['host', 'all', 'bob', '10.0.0.0/8', 'md5'])).toEqual({
      type: 'host',
      database: 'all',
      user: 'bob',
      address: '10.0.0.0/8',
      method: 'md5',
    })
    expect(ruleOf(['local', 'all', 'bob', 'peer'])).toEqual({
      type: 'local',
      database: 'all',
      user: 'bob',
      method: 'peer',
    })
  })
})

describe('language', () => {
  test.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en_US.UTF-8', 'en'],
    ['C', 'en'],
    ['zhx', 'en'],
    [undefined, 'en'],
  ] as const)('of locale %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })

  test('--lang wins, then LC_ALL, LC_MESSAGES, LANG, then the system', () => {
    const env = { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }
    expect(chooseLanguage(['status'], env)).toBe('zh-CN')
    expect(chooseLanguage(['status', '--lang', 'en'], env)).toBe('en')
    expect(chooseLanguage(['status', '--lang=zh-CN'], {})).toBe('zh-CN')
    expect(chooseLanguage(['psql', 'app', '--', '--lang', 'zh-CN'], {})).toBe('en')
    expect(chooseLanguage([], {}, 'zh-CN')).toBe('zh-CN')
    expect(chooseLanguage([], { LC_ALL: 'C', LANG: 'zh_CN' }, 'zh-CN')).toBe('en')
  })

  test('--json is seen even where the rest cannot be understood', () => {
    expect(wantsJson(['nonsense', '--json'])).toBe(true)
    expect(wantsJson(['psql', 'app', '--', '--json'])).toBe(false)
  })
})

describe('agreement', () => {
  const asked = [{ reason: 'loses-data' }] as const
  test.each([
    [[], false, false, false, 'agreed'],
    [asked, true, false, false, 'agreed'],
    [asked, false, false, true, 'ask'],
    [asked, false, false, false, 'missing'],
    [asked, false, true, false, 'missing'],
    [[{ reason: 'splits-the-pair' }], false, true, false, 'agreed'],
    [[{ reason: 'splits-the-pair' }], false, false, false, 'missing'],
  ] as const)('%j yes=%s force=%s terminal=%s: %s', (...row) => {
    const [confirmations, yes, force, interactive, decision] = row
    expect(decideAgreement(confirmations, { yes, force, interactive })).toBe(decision)
  })

  test('only a clear yes is one', () => {
    expect(['y', 'YES', ' 是 '].every(isYes)).toBe(true)
    expect(['', 'n', 'yep', 'no'].some(isYes)).toBe(false)
  })
})

test('the demo takes the first names that clash with none', () => {
  expect(demoNames([])).toMatchObject({ primary: 'demo', standby: 'demo-standby' })
  expect(demoNames(['demo'])).toMatchObject({ primary: 'demo-2', standby: 'demo-2-standby' })
  expect(demoNames(['demo_standby', 'demo-2'])).toMatchObject({ primary: 'demo-3' })
})
