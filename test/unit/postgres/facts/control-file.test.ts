import { describe, expect, test } from 'vitest'
import { parseControlFile } from '../../../../electron/postgres/facts/control-file.ts'
import { crc32c, legacyCrc32 } from '../../../../electron/postgres/facts/crc.ts'

interface Offsets {
  readonly copy: number
  readonly min: number
  readonly level: number
  readonly segment: number | null
  readonly sums: number | null
  readonly crc: number
}

/** version, catalogue, offsets, name of wal_level 1 */
const layouts: readonly (readonly [string, number, number, Offsets, string])[] = [
  ['9.3', 937, 201306121, { copy: 48, min: 128, level: 164, segment: 204, sums: 224, crc: 228 }, 'archive'],
  ['9.4', 942, 201409291, { copy: 48, min: 128, level: 164, segment: 212, sums: 236, crc: 240 }, 'archive'],
  ['9.5', 942, 201510051, { copy: 48, min: 136, level: 172, segment: 228, sums: 252, crc: 256 }, 'archive'],
  ['9.6', 960, 201608131, { copy: 48, min: 136, level: 172, segment: 228, sums: 252, crc: 256 }, 'replica'],
  ['10', 1002, 201707211, { copy: 48, min: 136, level: 172, segment: 228, sums: 252, crc: 288 }, 'replica'],
  ['11', 1100, 201809051, { copy: 40, min: 128, level: 164, segment: 220, sums: 244, crc: 280 }, 'replica'],
  ['12', 1201, 201909212, { copy: 40, min: 136, level: 172, segment: 228, sums: 252, crc: 288 }, 'replica'],
  ['13', 1300, 202007201, { copy: 40, min: 136, level: 172, segment: 228, sums: 252, crc: 288 }, 'replica'],
  ['17', 1700, 202406281, { copy: 40, min: 136, level: 172, segment: 228, sums: 252, crc: 288 }, 'replica'],
  ['18', 1800, 202506291, { copy: 40, min: 136, level: 172, segment: 228, sums: 252, crc: 292 }, 'replica'],
  ['19', 1901, 202606291, { copy: 40, min: 144, level: 180, segment: null, sums: null, crc: 300 }, 'replica'],
]

function controlBytes(version: number, catalog: number, at: Offsets, state = 6): Uint8Array {
  const bytes = new Uint8Array(8192)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, 6286792961765534492n, true)
  view.setUint32(8, version, true)
  view.setUint32(12, catalog, true)
  view.setUint32(16, state, true)
  view.setBigInt64(24, 1_700_000_000n, true)
  view.setBigUint64(32, 0x3_0000_0028n, true)
  view.setBigUint64(at.copy, 0x3_0000_0010n, true)
  view.setUint32(at.copy + 8, 7, true)
  view.setBigUint64(at.min, 0x1_ab00_0000n, true)
  view.setInt32(at.level, 1, true)
  if (at.segment !== null) view.setUint32(at.segment, 16_777_216, true)
  if (at.sums !== null) view.setUint32(at.sums, 1, true)
  const body = bytes.subarray(0, at.crc)
  view.setUint32(at.crc, version === 937 || catalog === 201409291 ? legacyCrc32(body) : crc32c(body), true)
  return bytes
}

describe('pg_control', () => {
  test.each(layouts)('is read as %s wrote it', (...row) => {
    const [, version, catalog, offsets, walLevel] = row
    expect(parseControlFile(controlBytes(version, catalog, offsets))).toEqual({
      systemIdentifier: '6286792961765534492',
      controlVersion: version,
      catalogVersion: catalog,
      state: 'in production',
      writtenAt: new Date('2023-11-14T22:13:20Z'),
      checkpointLsn: '3/28',
      redoLsn: '3/10',
      timeline: 7,
      minRecoveryPoint: '1/AB000000',
      walLevel,
      segmentBytes: offsets.segment === null ? null : 16_777_216,
      checksums: offsets.sums === null ? null : true,
      crcOk: true,
    })
  })

  test.each(layouts)('a torn file of %s is noticed', (_, version, catalog, offsets) => {
    const bytes = controlBytes(version, catalog, offsets)
    bytes[20] = 1
    expect(parseControlFile(bytes)).toMatchObject({ crcOk: false })
  })

  test('files that cannot be read are said to be what they are', () => {
    const offsets = { copy: 40, min: 136, level: 172, segment: 228, sums: 252, crc: 288 }
    expect(parseControlFile(new Uint8Array(16))).toEqual({ problem: 'too-short' })
    expect(parseControlFile(new Uint8Array(8192))).toEqual({ problem: 'unknown-version' })
    expect(parseControlFile(controlBytes(1300, 1, offsets, 9))).toEqual({ problem: 'unknown-state' })
    const swapped = controlBytes(1300, 1, offsets)
    new DataView(swapped.buffer).setUint32(8, 1300, false)
    expect(parseControlFile(swapped)).toEqual({ problem: 'byte-order' })
  })

  test('the checksums are the published ones', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
    expect(crc32c(new Uint8Array())).toBe(0)
    expect(legacyCrc32(Buffer.from('123456789'))).not.toBe(0xcbf43926)
  })
})
