import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
}

/** Electron's archive as its documentation describes it: four lengths, a header of JSON, then the files one after the other. */
export async function readAsar(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await readFile(file)
  const headerSize = archive.readUInt32LE(4)
  const text = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')
  const found = new Map<string, Buffer>()
  const walk = (entry: Entry, name: string): void => {
    for (const [child, below] of Object.entries(entry.files ?? {})) walk(below, path.posix.join(name, child))
    if (entry.files !== undefined) return
    if (entry.offset === undefined || entry.size === undefined)
      throw new Error(`${name} lies outside ${file}`)
    const start = 8 + headerSize + Number(entry.offset)
    found.set(name, archive.subarray(start, start + entry.size))
  }
  walk(JSON.parse(text) as Entry, '')
  return found
}

/** Writes them out, so that plain Node, which knows no archives, can run what is in it. */
export async function unpackAsar(files: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
}
