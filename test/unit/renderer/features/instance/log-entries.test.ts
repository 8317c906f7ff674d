import { describe, expect, test } from 'vitest'
import {
  appendLines,
  countLines,
  filterEntries,
  repeatedExplanations,
} from '../../../../../renderer/features/instance/log/log-entries.ts'
import { emptyLog, reduceLog } from '../../../../../renderer/features/instance/log/use-log.ts'
import type { LogLine } from '../../../../../shared/model/log-line.ts'

const line = (text: string, kind: LogLine['kind'] = null, known: LogLine['known'] = null): LogLine => ({
  text,
  kind,
  known,
})
const failed = [
  line('ERROR:  division by zero', 'ERROR'),
  line('STATEMENT:  select', 'STATEMENT'),
  line('\t1/0'),
]
const everyday = [line('LOG:  checkpoint starting', 'LOG')]

describe('entries of a log', () => {
  test('take in what belongs to a message', () => {
    const entries = appendLines([], [...failed, ...everyday])
    expect(entries.map(({ level, lines }) => [level, lines.length])).toEqual([
      ['ERROR', 3],
      ['LOG', 1],
    ])
  })

  test('go on where the batch before ended', () => {
    const entries = appendLines(appendLines([], failed.slice(0, 1)), failed.slice(1))
    expect(entries).toHaveLength(1)
    expect(entries[0]?.lines).toHaveLength(3)
  })

  test('begin without a level when the message is not there', () => {
    expect(appendLines([], failed.slice(1))[0]?.level).toBeNull()
  })

  test('keep no more lines than asked, oldest first, and their numbers', () => {
    const many = Array.from({ length: 30 }, (_, index) => line(`LOG:  ${index}`, 'LOG'))
    const entries = appendLines(appendLines([], many, 20), failed, 20)
    expect(countLines(entries)).toBe(20)
    expect(entries.at(-1)?.level).toBe('ERROR')
    expect(entries[0]?.lines[0]?.text).toBe('LOG:  13')
    expect(entries[0]?.id).toBe(14)
  })

  test('shorten one message that is longer than all that may be kept', () => {
    const endless = [...failed, ...Array.from({ length: 30 }, (_, index) => line(`\t${index}`))]
    const entries = appendLines([], endless, 10)
    expect(countLines(entries)).toBe(10)
    expect(entries[0]?.lines.at(-1)?.text).toBe('\t29')
  })
})

describe('the filter', () => {
  const entries = appendLines([], [...failed, ...everyday, line('INFO:  said', 'INFO')])

  test('hides levels with all that belongs to them, and lesser ones with LOG', () => {
    const shown = filterEntries(entries, { hidden: new Set(['LOG']), search: '' })
    expect(shown.map(({ level }) => level)).toEqual(['ERROR'])
  })

  test('finds in any line of a message, in any case', () => {
    const shown = filterEntries(entries, { hidden: new Set(), search: ' SELECT ' })
    expect(shown.map(({ level }) => level)).toEqual(['ERROR'])
  })
})

const known = (key: 'findings.slot-missing.message' | 'findings.slot-in-use.message'): LogLine['known'] => ({
  severity: 'error',
  message: { key },
  hint: { key },
})

const said = (key: Parameters<typeof known>[0]): LogLine => line('FATAL:  x', 'FATAL', known(key))

test('of a run of the same explanation only the newest is given', () => {
  const [missing, inUse] = [said('findings.slot-missing.message'), said('findings.slot-in-use.message')]
  const entries = appendLines([], [missing, ...everyday, missing, inUse, missing])
  expect([...repeatedExplanations(entries)]).toEqual([1])
})

const batch = (lines: readonly LogLine[], skipped = 0) =>
  ({ kind: 'batch', batch: { file: '/l', lines, skipped } }) as const

describe('the followed log', () => {
  test('holds what comes while paused, and shows it when it goes on', () => {
    const paused = reduceLog(reduceLog(emptyLog, batch(failed)), { kind: 'pause' })
    const later = reduceLog(paused, batch(everyday, 4))
    expect(later.entries).toBe(paused.entries)
    expect(later).toMatchObject({ held: everyday, skipped: 4 })
    const resumed = reduceLog(later, { kind: 'resume' })
    expect(resumed.entries.map(({ level }) => level)).toEqual(['ERROR', 'LOG'])
    expect(resumed.held).toEqual([])
  })

  test('begins anew with a stream, which sends the newest lines again', () => {
    const before = reduceLog(emptyLog, batch(failed))
    const after = [batch([]), batch(failed)].reduce(reduceLog, before)
    expect(countLines(after.entries)).toBe(failed.length)
  })
})
