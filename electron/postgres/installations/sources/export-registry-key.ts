import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { readTool } from '../../../system/process/read-tool.ts'

/** What `reg export` writes of a key and all below it (UTF-16LE), in the 64- or 32-bit registry; undefined for no such key, or where it cannot be read. */
export const exportRegistryKey = async (key: string, view: '64' | '32'): Promise<Uint8Array | undefined> => {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-registry-'))
  try {
    const file = path.join(scratch, 'key.reg')
    // For no such key no file is written.
    await readTool('reg', ['export', key, file, '/y', `/reg:${view}`])
    return await readFile(file).catch(() => undefined)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
