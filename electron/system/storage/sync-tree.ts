import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { runProgram } from '../process/run-program.ts'

const SYNCS_AT_ONCE = 4

/** Makes one file, or on Unix one directory, durable. Directories cannot be synced on Windows and need not be. */
export const syncPath = async (file: string, isDirectory: boolean): Promise<void> => {
  if (isDirectory && process.platform === 'win32') return
  // Windows flushes only what was opened for writing.
  const handle = await open(file, process.platform === 'win32' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const syncOneByOne = async (directory: string): Promise<void> => {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), isDirectory: entry.isDirectory() }))
  const worker = async () => {
    for (let next = paths.pop(); next !== undefined; next = paths.pop())
      await syncPath(next.file, next.isDirectory)
  }
  await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, worker))
  await syncPath(directory, true)
}

/**
 * Makes a directory and all that is in it durable; links are not followed.
 *
 * On Linux by `sync -f`, which writes the whole file system out in one go: a thousand small files fsynced one by one cost
 * a journal commit each. Elsewhere, or where that program does not know `-f`, file by file.
 */
export const syncTree = async (directory: string, signal?: AbortSignal): Promise<void> => {
  if (process.platform === 'linux') {
    try {
      await runProgram('sync', ['-f', directory], signal === undefined ? {} : { signal })
      return
    } catch (error) {
      if (error instanceof PgTandemError && error.code === 'cancelled') throw error
    }
  }
  await syncOneByOne(directory)
}
