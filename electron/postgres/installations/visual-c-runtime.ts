import { copyFile, readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * What Microsoft's compiler has PostgreSQL's programs and libraries ask for. A Windows on which nothing was installed yet has
 * none of it; a program finds what lies beside it.
 */
export const visualCRuntime = ['msvcp140.dll', 'vcruntime140.dll', 'vcruntime140_1.dll'] as const

const lackedBy = async (folder: string): Promise<readonly string[]> => {
  const names = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
  return visualCRuntime.filter((name) => !names.has(name))
}

/**
 * Copies the files of the Visual C++ runtime that a folder lacks from another one, which must have all of them: they belong
 * together. What is there stays. Answers with those that are nowhere to be had: empty, or nothing was copied.
 */
export const addVisualCRuntime = async (from: string, to: string): Promise<readonly string[]> => {
  const lacking = await lackedBy(to)
  if (lacking.length === 0) return []
  const notThere = await lackedBy(from)
  if (notThere.length > 0) return notThere
  for (const name of lacking) await copyFile(path.join(from, name), path.join(to, name))
  return []
}
