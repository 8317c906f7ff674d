import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { decodeOutput } from '../../../electron/system/process/decode-output.ts'

/**
 * Runs a batch file as a double click does; `says` is its last line.
 *
 * What it prints goes to a file: a server that it starts would keep a pipe open for ever.
 */
export const runScript = async (
  script: string,
): Promise<{ readonly exitCode: number | null; readonly says: string }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'script-'))
  const file = path.join(folder, 'output.txt')
  const output = await open(file, 'w')
  try {
    // The outer quotes are cmd's own (/s), the inner ones are the path's.
    const child = spawn('cmd.exe', ['/d', '/s', '/c', `""${script}""`], {
      cwd: path.dirname(script),
      stdio: ['ignore', output.fd, output.fd],
      windowsVerbatimArguments: true,
    })
    const [exitCode] = (await once(child, 'exit')) as [number | null]
    const lines = decodeOutput(await readFile(file))
      .trim()
      .split(/\r?\n/)
    return { exitCode, says: lines.at(-1) ?? '' }
  } finally {
    await output.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
