import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLsn, lsnDistanceBytes, parseLsn, walSegmentName } from '../../../../shared/model/lsn.ts'

const MB = 1024 * 1024

describe('LSN', () => {
  it('is read as a position in bytes, also with the zeros that 19 writes', () => {
    expect(parseLsn('0/3000060')).toBe(0x3000060n)
    expect(parseLsn('0/03000060')).toBe(0x3000060n)
    expect(parseLsn('16/B374D848')).toBe(0x16b374d848n)
    expect(parseLsn('ffffffff/FFFFFFFF\n')).toBe(0xffffffffffffffffn)
  })

  it('is not guessed from other text', () => {
    for (const text of ['', '0', '/1', '0/', '0/G', '123456789/0', '0/123456789', '0/1 x']) {
      expect(parseLsn(text)).toBeUndefined()
    }
  })

  it('is written so that it reads as the same', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 0xffffffffffffffffn), (lsn) => {
        expect(parseLsn(formatLsn(lsn))).toBe(lsn)
      }),
    )
    expect(formatLsn(0x16b374d848n)).toBe('16/B374D848')
  })

  it('has a signed distance', () => {
    expect(lsnDistanceBytes(0x100000010n, 0xfffffff0n)).toBe(32)
    expect(lsnDistanceBytes(1n, 3n)).toBe(-2)
  })

  it.each([
    [1, '0/3000060', 16 * MB, '000000010000000000000003'],
    [1, '0/4000000', 16 * MB, '000000010000000000000004'],
    [31, '16/B374D848', 16 * MB, '0000001F00000016000000B3'],
    [2, '1/40000000', 1024 * MB, '000000020000000100000001'],
    [1, '0/300000', MB, '000000010000000000000003'],
  ])('timeline %i, %s lies in a file with the right name', (timeline, lsn, segmentBytes, name) => {
    expect(walSegmentName(timeline, parseLsn(lsn) ?? -1n, segmentBytes)).toBe(name)
  })
})
