import { readFile } from 'node:fs/promises'

/** Where a part of a Windows program that is so far behind its beginning in memory lies in its file. */
const placeInFile = (program: Buffer, sections: number, count: number, address: number): number => {
  for (let at = sections; at < sections + count * 40; at += 40) {
    const start = program.readUInt32LE(at + 12)
    const size = program.readUInt32LE(at + 16)
    if (address >= start && address < start + size) return address - start + program.readUInt32LE(at + 20)
  }
  throw new Error(`nothing of the file is at 0x${address.toString(16)}`)
}

/**
 * The libraries that a Windows program of 64 bits, or a library, has Windows load with it; in small letters.
 * Source: “PE Format” in Microsoft's documentation, the import directory table.
 */
export const importedLibraries = async (file: string): Promise<readonly string[]> => {
  const program = await readFile(file)
  const header = program.readUInt32LE(0x3c)
  const optional = header + 24
  if (program.readUInt16LE(optional) !== 0x20b) throw new Error(`${file} is none of 64 bits`)
  const sections = optional + program.readUInt16LE(header + 20)
  const inFile = (address: number): number =>
    placeInFile(program, sections, program.readUInt16LE(header + 6), address)
  const table = program.readUInt32LE(optional + 120)
  if (table === 0) return []
  const names: string[] = []
  for (let entry = inFile(table); ; entry += 20) {
    const name = program.readUInt32LE(entry + 12)
    if (name === 0) return names
    const start = inFile(name)
    names.push(program.toString('latin1', start, program.indexOf(0, start)).toLowerCase())
  }
}
