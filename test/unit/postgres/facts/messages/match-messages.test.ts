import { describe, expect, test } from 'vitest'
import {
  knownMessages,
  matchMessages,
} from '../../../../../electron/postgres/facts/messages/match-messages.ts'
import { catalogue as en } from '../../../../../shared/i18n/en/index.ts'
import { catalogue as zhCn } from '../../../../../shared/i18n/zh-cn/index.ts'
import { samples } from './samples.ts'

describe('messages of PostgreSQL', () => {
  test.each(samples)('%i is %s: %s', (id, code, line) => {
    const [match, ...more] = matchMessages([`2026-01-01 10:00:00.000 UTC [12] ${line}`])
    expect(match).toMatchObject({ code })
    expect(more).toEqual([])
    expect(knownMessages.some((known) => known.id === id && known.code === code)).toBe(true)
  })

  test('cover the whole list, and each with a sample', () => {
    const numbers = Array.from({ length: 75 }, (_, index) => index + 1)
    expect([...new Set(knownMessages.map(({ id }) => id))].toSorted((a, b) => a - b)).toEqual(numbers)
    const unsaid = knownMessages.filter(({ pattern }) => pattern === null).map(({ code }) => code)
    expect(unsaid).toEqual(['start-never-returned'])
    const sampled = new Set(samples.map(([, code]) => code))
    expect(knownMessages.filter(({ code }) => !sampled.has(code)).map(({ code }) => code)).toEqual(unsaid)
  })

  test('have every parameter that their sentences ask for', () => {
    for (const [, , line] of samples) {
      const [match] = matchMessages([line])
      if (match === undefined) throw new Error(line)
      for (const { message, hint } of [en.findings[match.code], zhCn.findings[match.code]]) {
        const asked = [...`${message} ${hint}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        const named = Object.keys(match.params)
        expect(asked.filter((name) => name === undefined || !named.includes(name))).toEqual([])
      }
    }
  })

  test('say what they name', () => {
    expect(matchMessages(['replication slot "a b" is active for PID 7', 'LOG:  all is well'])).toEqual([
      {
        code: 'slot-in-use',
        severity: 'error',
        line: 'replication slot "a b" is active for PID 7',
        params: { slot: 'a b', pid: '7' },
      },
    ])
  })

  test('are not seen in versions that do not say them', () => {
    const line = 'target server must be shut down cleanly'
    expect(matchMessages([line], 12)).toHaveLength(1)
    expect(matchMessages([line], 13)).toHaveLength(0)
  })

  test('leave ordinary log lines alone', () => {
    const lines = [
      'LOG:  starting PostgreSQL 15.18 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit',
      'LOG:  listening on IPv4 address "127.0.0.1", port 5432',
      'LOG:  database system was shut down in recovery at 2026-01-01 00:00:00 UTC',
      'LOG:  entering standby mode',
      'LOG:  redo starts at 0/2000028',
      'LOG:  consistent recovery state reached at 0/2000100',
      'LOG:  database system is ready to accept read-only connections',
      'LOG:  started streaming WAL from primary at 0/3000000 on timeline 1',
      'LOG:  checkpoint starting: time',
      'LOG:  received fast shutdown request',
      'LOG:  database system is shut down',
    ]
    expect(matchMessages(lines)).toEqual([])
  })
})
