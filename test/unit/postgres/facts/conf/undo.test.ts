import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySettings, undoSettings } from '../../../../../electron/postgres/facts/conf/undo.ts'
import { confLine, confText, names, settingName, settingValue } from './conf-texts.ts'

const changes = fc.dictionary(settingName, fc.option(settingValue, { freq: 3 }), { noNullPrototype: true })

/** Lines that a person may add meanwhile: about anything but the settings that we changed. */
const foreignLine = confLine.filter((line) => !names.some((name) => line.toLowerCase().includes(name)))

describe('changing and taking back', () => {
  it('gives the very bytes back', () => {
    fc.assert(
      fc.property(confText, changes, (text, change) => {
        const applied = applySettings(text, change)
        const journalled = structuredClone(applied.undo)
        expect(undoSettings(applied.text, journalled)).toEqual({ text, skipped: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the lines that others added meanwhile', () => {
    const added = fc.array(fc.tuple(fc.nat(40), foreignLine), { maxLength: 5 })
    fc.assert(
      fc.property(confText, changes, added, (text, change, extra) => {
        const marked = extra.map(([at, line], index) => ({ at, line: `#added ${String(index)}#${line}` }))
        const applied = applySettings(text, change)
        const lines = applied.text.split('\n')
        for (const { at, line } of marked) lines.splice(at % lines.length, 0, line)
        const undone = undoSettings(lines.join('\n'), applied.undo)
        const own = undone.text.split('\n').filter((line) => !line.startsWith('#added '))
        expect(own.join('\n')).toBe(text)
        expect(undone.skipped).toEqual([])
        expect(undone.text.split('\n')).toHaveLength(own.length + marked.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('may be repeated', () => {
    fc.assert(
      fc.property(confText, changes, (text, change) => {
        const { text: changed, undo } = applySettings(text, change)
        const once = undoSettings(changed, undo)
        expect(undoSettings(once.text, undo)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves a line alone that someone changed after us, and says so', () => {
    const { text, undo } = applySettings('port = 5432\n#work_mem = 4MB\n', { port: '5433', work_mem: '8MB' })
    expect(text).toBe('port = 5433\n#work_mem = 4MB\nwork_mem = 8MB\n')
    const later = text.replace('5433', '6000')
    expect(undoSettings(later, undo)).toEqual({ text: 'port = 6000\n#work_mem = 4MB\n', skipped: ['port'] })
  })

  it('takes back every one of several equal lines', () => {
    const before = '\twork_mem=12kB\n\twork_mem=12kB'
    const { text, undo } = applySettings(before, { work_mem: null })
    expect(text).toBe('#\twork_mem=12kB\n#\twork_mem=12kB')
    expect(undoSettings(text, undo)).toEqual({ text: before, skipped: [] })
  })

  it('takes back our line of two equal ones', () => {
    const { text, undo } = applySettings('port = 1\na = 1\nport = 2\nb = 1\n', { port: '1' })
    expect(undoSettings(`port = 1\n${text}port = 1\n`, undo).text).toBe(
      'port = 1\nport = 1\na = 1\nport = 2\nb = 1\nport = 1\n',
    )
  })

  it('finds our line although an editor changed all line ends', () => {
    const { text, undo } = applySettings('port = 1\na = 1\n', { port: '2', b: '3' })
    const windows = text.replaceAll('\n', '\r\n')
    expect(undoSettings(windows, undo)).toEqual({ text: 'port = 1\r\na = 1\r\n', skipped: [] })
  })

  it('holds nothing but plain JSON', () => {
    const { undo } = applySettings('port = 1 # x\n', { port: null })
    expect(JSON.parse(JSON.stringify(undo))).toEqual([
      { name: 'port', before: 'port = 1 # x', after: '#port = 1 # x', above: null, below: '', twins: 0 },
    ])
  })
})
