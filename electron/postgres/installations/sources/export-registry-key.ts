import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runProgram } from '../../../system/process/run-program.ts'

/** What `reg export` writes of a key and all below it (UTF-16LE), in the 64- or 32-bit registry; undefined for no such key. */
export const exportRegistryKey = async (key: string, view: '64' | '32'): Promise<Uint8Array | undefined> => {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-registry-'))
  try {
    const file = path.join(scratch, 'key.reg')
    // No such key is exit code 1; then no file is written.
    await runProgram('reg', ['export', key, file, '/y', `/reg:${view}`], {
      expectedExitCodes: [0, 1],
      timeoutMs: 15_000,
    })
    return await readFile(file).catch(() => undefined)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
