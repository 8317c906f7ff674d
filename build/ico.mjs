// Puts PNG images of several sizes into one .ico, as Windows has taken them since Vista.

const HEADER = 6
const ENTRY = 16

/** `images`: `{ size, png }`, squares of at most 256 pixels. */
export function icoOf(images) {
  const header = Buffer.alloc(HEADER)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = HEADER + ENTRY * images.length
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(ENTRY)
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)])
}
