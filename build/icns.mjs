// Puts PNG images of several sizes into one .icns, as macOS has taken them since 10.7.

/** The names that macOS gives to sizes; those of 2x are the same image for a screen of twice the density. */
const types = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]

const HEADER = 8

const chunk = (type, content) => {
  const header = Buffer.alloc(HEADER)
  header.write(type, 'latin1')
  header.writeUInt32BE(HEADER + content.length, 4)
  return Buffer.concat([header, content])
}

/** `images`: `{ size, png }`, squares; all sizes from 16 to 1024 that macOS knows. */
export const icnsOf = (images) =>
  chunk(
    'icns',
    Buffer.concat(types.map(([type, size]) => chunk(type, images.find((image) => image.size === size).png))),
  )
