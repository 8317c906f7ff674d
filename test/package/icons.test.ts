import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject, test } from 'vitest'

const icons = path.resolve(import.meta.dirname, '../../resources/icons')
const program = path.join(inject('packages'), 'win-unpacked', 'PgTandem.exe')

/** Width and height of a PNG image. */
const sizeOf = (png: Buffer): readonly number[] => {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** The images of an .ico, by the size that its list says. */
function imagesOf(icon: Buffer): ReadonlyMap<number, Buffer> {
  const entries = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon.subarray(6 + 16 * index))
  return new Map(
    entries.map((entry) => {
      const start = entry.readUInt32LE(12)
      return [entry.readUInt8(0) || 256, icon.subarray(start, start + entry.readUInt32LE(8))]
    }),
  )
}

test('the program for Windows has all its icons and its name in it', async () => {
  const bytes = await readFile(program)
  const images = imagesOf(await readFile(path.join(icons, 'made/pgtandem.ico')))
  expect([...images.keys()]).toEqual([16, 24, 32, 48, 64, 128, 256])
  for (const [size, image] of images) {
    expect(sizeOf(image)).toEqual([size, size])
    expect(bytes.indexOf(image)).toBeGreaterThan(0)
  }
  expect(bytes.includes(Buffer.from('PgTandem', 'utf16le'))).toBe(true)
})

test('the tray has an icon for each state on light and dark taskbars, from 100 to 300 %', async () => {
  const looks = ['well', 'attention', 'idle'].flatMap((state) => [`${state}-light`, `${state}-dark`])
  const files = await Promise.all(looks.map((look) => readFile(path.join(icons, `made/tray-${look}.ico`))))
  for (const file of files)
    for (const [size, image] of imagesOf(file)) expect(sizeOf(image)).toEqual([size, size])
  expect(files.map((file) => [...imagesOf(file).keys()])).toEqual(
    looks.map(() => [16, 20, 24, 32, 40, 48, 64]),
  )
  expect(new Set(files.map((file) => file.toString('base64'))).size).toBe(looks.length)
})

test('those of Linux are as large as their names say', async () => {
  const files = (await readdir(path.join(icons, 'package'))).filter((name) => name.endsWith('.png'))
  expect(files).toContain('512x512.png')
  for (const name of files)
    expect(`${sizeOf(await readFile(path.join(icons, 'package', name))).join('x')}.png`).toBe(name)
})

test('that of macOS is whole', async () => {
  const file = await readFile(path.join(icons, 'package/pgtandem.icns'))
  expect(file.subarray(0, 4).toString()).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const sizes = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    sizes.push(sizeOf(file.subarray(at + 8))[0])
  expect(sizes).toEqual([16, 32, 128, 256, 512, 1024, 32, 64, 256, 512])
})
