import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyLineEdits,
  lineEdits,
  reverseLineEdits,
} from '../../../../electron/postgres/facts/line-edits.ts'

const there = (before: string, after: string): string => applyLineEdits(before, lineEdits(before, after))

const lines = (name: string): string =>
  Array.from({ length: 3000 }, (_, index) => `${name}${index}`).join('\n')

describe('line edits', () => {
  it('hold the lines that differ and no other', () => {
    expect(lineEdits('a\nb\nc\n', 'a\nB\nB2\nc\n')).toEqual([{ at: 1, removed: 1, added: ['B', 'B2'] }])
    expect(lineEdits('a\nb\n', 'a\nb\n')).toEqual([])
    expect(lineEdits('a\n', '')).toEqual([{ at: 0, removed: 1, added: [] }])
  })

  it('lead there and back, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', 'c\r', '#'), { maxLength: 30 })
      .map((l) => l.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(!before.includes('\r') || after.includes('\r'))
        const edits = lineEdits(before, after)
        expect(applyLineEdits(before, edits)).toBe(after)
        expect(applyLineEdits(after, reverseLineEdits(before, edits))).toBe(before)
      }),
    )
  })

  it('keep CR LF where an editor gave plain line feeds back', () => {
    expect(there('a\r\nb\r\nc\r\n', 'a\nx\nc\n')).toBe('a\r\nx\r\nc\r\n')
    expect(there('a\r\nb\nc\r\n', 'a\nb\nc\nd\n')).toBe('a\r\nb\nc\r\nd\r\n')
  })

  it('say a text that has nothing in common as one edit', () => {
    expect(lineEdits(lines('a'), lines('b'))).toHaveLength(1)
    expect(there(lines('a'), lines('b'))).toBe(lines('b'))
  })
})
