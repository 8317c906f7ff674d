import { describe, expect, it } from 'vitest'
import {
  parseBytes,
  parseConfBoolean,
  parseDurationMs,
  sameSettingValue,
} from '../../../../../electron/postgres/facts/conf/units.ts'

describe('units', () => {
  it('of memory', () => {
    expect(parseBytes('128MB')).toBe(128 * 1024 * 1024)
    expect(parseBytes(' 1.5 GB ')).toBe(1.5 * 1024 ** 3)
    expect(parseBytes('16', 'MB')).toBe(16 * 1024 * 1024)
    expect(parseBytes('-1')).toBe(-1)
    expect(parseBytes('0x10kB')).toBe(16 * 1024)
    for (const text of ['', 'MB', '5 mb', '5kb', '5s', '1 2', '1MB x'])
      expect(parseBytes(text)).toBeUndefined()
  })

  it('of time', () => {
    expect(parseDurationMs('5min')).toBe(300_000)
    expect(parseDurationMs('1.5h')).toBe(5_400_000)
    expect(parseDurationMs('2d')).toBe(172_800_000)
    expect(parseDurationMs('500us')).toBe(0.5)
    expect(parseDurationMs('30', 's')).toBe(30_000)
    for (const text of ['', 'min', '5m', '5MB']) expect(parseDurationMs(text)).toBeUndefined()
  })

  it('of truth', () => {
    for (const text of ['on', 'ON', 'true', 't', 'tr', 'yes', 'y', '1'])
      expect(parseConfBoolean(text)).toBe(true)
    for (const text of ['off', 'of', 'false', 'f', 'no', 'n', '0']) expect(parseConfBoolean(text)).toBe(false)
    for (const text of ['', 'o', 'onn', '2', 'truee']) expect(parseConfBoolean(text)).toBeUndefined()
  })

  it.each([
    ['128MB', '131072kB', true],
    ['1min', '60s', true],
    ['on', 'true', true],
    ['0x10', '16', true],
    ['.5', '0.50', true],
    ['128', '128MB', false],
    ['1MB', '1min', false],
    ['replica', 'Replica', false],
    ['on', 'off', false],
    ['a', 'a', true],
    ['', ' ', false],
  ])('%j and %j mean the same: %s', (a, b, same) => {
    expect(sameSettingValue(a, b)).toBe(same)
    expect(sameSettingValue(b, a)).toBe(same)
  })
})
