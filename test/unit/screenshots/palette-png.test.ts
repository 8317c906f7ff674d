import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { paletted } from '../../screenshots/palette-png.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
  return Buffer.concat([length, Buffer.from(type), data, sum])
}

function headerOf(width: number, height: number, colourType: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourType], 8)
  return chunk('IHDR', header)
}

const pngOf = (header: Buffer, data: Buffer): Buffer =>
  Buffer.concat([SIGNATURE, header, chunk('IDAT', deflateSync(data)), chunk('IEND', Buffer.alloc(0))])

/** A row as the specification filters it: what is left of each byte when its guess is taken away. */
function filtered(filter: number, row: Buffer, above: Buffer): Buffer {
  const guessOf = (at: number): number => {
    const [left, up, corner] = [row[at - 3] ?? 0, above[at] ?? 0, above[at - 3] ?? 0]
    const near = [left, up, corner].toSorted(
      (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
    )
    return [0, left, up, Math.floor((left + up) / 2), near[0]][filter] ?? 0
  }
  return Buffer.from([filter, ...row.map((byte, at) => (byte - guessOf(at)) & 255)])
}

/** The colours of a picture with a palette, as its chunks say. */
function coloursOf(png: Buffer, width: number): readonly (readonly number[])[] {
  const found = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const body = png.subarray(at + 4, at + 8 + png.readUInt32BE(at))
    expect(png.readUInt32BE(at + 4 + body.length)).toBe(crc32(body))
    found.set(body.toString('latin1', 0, 4), body.subarray(4))
  }
  const palette = found.get('PLTE') ?? Buffer.alloc(0)
  const rows = inflateSync(found.get('IDAT') ?? Buffer.alloc(0))
  return [...rows].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [[...palette.subarray(index * 3, index * 3 + 3)]],
  )
}

const triples = (bytes: Buffer): readonly (readonly number[])[] =>
  Array.from({ length: bytes.length / 3 }, (_, at) => [...bytes.subarray(at * 3, at * 3 + 3)])

describe('paletted', () => {
  test('keeps every pixel of few colours, however the rows are filtered', () => {
    const colours = [
      [250, 250, 250],
      [15, 108, 189],
      [0, 0, 0],
      [36, 36, 37],
    ]
    const rows = Array.from({ length: 10 }, (_, y) =>
      Buffer.from(Array.from({ length: 7 }, (_, x) => colours[(x * 3 + y * y) % 4] ?? []).flat()),
    )
    const none = Buffer.alloc(21)
    const data = Buffer.concat(rows.map((row, y) => filtered(y % 5, row, rows[y - 1] ?? none)))
    const made = paletted(pngOf(headerOf(7, 10, 2), data))
    expect(coloursOf(made, 7)).toEqual(triples(Buffer.concat(rows)))
  })

  test('gives the rarest of too many colours the nearest other', () => {
    const many = Array.from({ length: 256 }, (_, red) => [red, 0, 0])
    const row = Buffer.from([...many, ...many, [7, 0, 1]].flat())
    const made = paletted(pngOf(headerOf(513, 1, 2), Buffer.concat([Buffer.from([0]), row])))
    expect(coloursOf(made, 513)).toEqual([...many, ...many, [7, 0, 0]])
  })

  test('refuses what it does not read', () => {
    expect(() => paletted(pngOf(headerOf(1, 1, 6), Buffer.alloc(5)))).toThrow('8 bits')
    expect(() => paletted(Buffer.from('GIF89a'))).toThrow('8 bits')
  })
})
