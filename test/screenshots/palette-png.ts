import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Colours of a picture's pixels, row by row, each as 0xRRGGBB. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly colours: Uint32Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256
const RGB = 2

/**
 * The same picture with a palette, at a third of the size: flat surfaces and letters have few colours. With more than 256 of
 * them, the rarest take the nearest of the others (a fraction of a per cent of the pixels).
 *
 * Takes what browsers write: 8 bits each of red, green and blue, not interlaced. Throws for any other PNG.
 */
export function paletted(png: Buffer): Buffer {
  const { width, height, colours } = decode(png)
  const palette = choosePalette(colours)
  const indexOf = new Map<number, number>(palette.map((colour, index) => [colour, index]))
  const rows = Buffer.alloc(height * (width + 1))
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at] ?? 0
    let index = indexOf.get(colour)
    if (index === undefined) indexOf.set(colour, (index = nearest(palette, colour)))
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent first; among equals in the order of their values, so that the same picture gives the same file. */
function choosePalette(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
}

const partsOf = (colour: number): readonly number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(palette: readonly number[], colour: number): number {
  const wanted = partsOf(colour)
  const far = palette.map((one) =>
    partsOf(one).reduce((sum, part, index) => sum + (part - (wanted[index] ?? 0)) ** 2, 0),
  )
  return far.indexOf(Math.min(...far))
}

/** Manual: the PNG specification, "Filter types for filter method 0". */
export function decode(png: Buffer): Pixels {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (!png.subarray(0, 8).equals(SIGNATURE) || header?.[8] !== 8 || header[9] !== RGB || header[12] !== 0)
    throw new Error('not a PNG of 8 bits red, green and blue')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const filtered = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  )
  const stride = width * 3
  let above: Uint8Array = new Uint8Array(stride)
  const colours = new Uint32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1)
    const row = unfilter(filtered[from] ?? 0, filtered.subarray(from + 1, from + 1 + stride), above)
    for (let x = 0; x < width; x += 1)
      colours[y * width + x] =
        ((row[x * 3] ?? 0) << 16) | ((row[x * 3 + 1] ?? 0) << 8) | (row[x * 3 + 2] ?? 0)
    above = row
  }
  return { width, height, colours }
}

function unfilter(filter: number, bytes: Uint8Array, above: Uint8Array): Uint8Array {
  const row = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at += 1) {
    const [left, up, corner] = [row[at - 3] ?? 0, above[at] ?? 0, above[at - 3] ?? 0]
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    row[at] = (bytes[at] ?? 0) + guess
  }
  return row
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = []
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
