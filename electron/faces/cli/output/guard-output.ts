type Stream = Pick<NodeJS.WriteStream, 'on'>

/** What became of the streams that the program writes to. */
export interface OutputGuard {
  /** Aborted when stdout takes no more: nobody reads it, or the disk is full. */
  readonly gone: AbortSignal
  /** For who learns that the reader went away before anything more is written. */
  readonly noticeGone: () => void
  /** Whether something was lost that somebody wanted; a reader that went away has seen enough. */
  readonly hasLost: () => boolean
}

/**
 * Keeps failures to write from ending the program, as in `pgtandem pair app | head`: a job that runs must go on to its end,
 * whether anybody reads about it or not. `onLost` is told once, with the system's words, when stdout cannot be written.
 */
export function guardOutput(stdout: Stream, stderr: Stream, onLost: (reason: string) => void): OutputGuard {
  const controller = new AbortController()
  let lost = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    controller.abort()
    // ERR_STREAM_DESTROYED follows the failure that was told.
    if (lost || error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return
    lost = true
    onLost(error.message)
  })
  stderr.on('error', () => undefined)
  return { gone: controller.signal, noticeGone: () => controller.abort(), hasLost: () => lost }
}
