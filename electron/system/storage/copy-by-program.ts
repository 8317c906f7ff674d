import type { FileHandle } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { runProgram } from '../process/run-program.ts'

/** From this size on a program of its own is worth its start, about 3 ms. */
export const PROGRAM_COPY_BYTES = 16 * 1024 * 1024

const PROGRESS_MS = 100

export interface ProgramCopyOptions {
  /** The open, empty target. */
  readonly target: FileHandle
  readonly signal: AbortSignal | undefined
  /** Bytes more than told before; fewer than none when what was copied does not count. */
  readonly onBytes: (bytes: number) => void
}

/**
 * Fills an empty file by `cp`, whose data never leaves the kernel (copy_file_range), three times as fast as our own loop.
 *
 * Not by Node's copyFile, which never ends when a server truncates the file meanwhile; `cp` stops at the end it finds.
 * False, with the target empty again, where `cp` is missing or failed: our own loop then says why. Throws `cancelled`.
 */
export const copyByProgram = async (
  from: string,
  to: string,
  options: ProgramCopyOptions,
): Promise<boolean> => {
  if (process.platform !== 'linux') return false
  const { target, signal, onBytes } = options
  let [told, running] = [0, true]
  const tell = (bytes: number) => {
    onBytes(bytes - told)
    told = bytes
  }
  const timer = setInterval(() => {
    void target.stat().then(
      ({ size }) => running && tell(Math.max(told, size)),
      () => undefined,
    )
  }, PROGRESS_MS)
  try {
    await runProgram('cp', ['--', from, to], signal === undefined ? {} : { signal })
    tell((await target.stat()).size)
    return true
  } catch (error) {
    running = false
    if (error instanceof PgTandemError && error.code === 'cancelled') throw error
    await target.truncate(0)
    tell(0)
    return false
  } finally {
    running = false
    clearInterval(timer)
  }
}
