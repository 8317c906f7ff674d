/** A Ctrl-C reaches a program twice when npm passes it on as well; what comes so soon is the same one. */
const SAME_PRESS_MS = 400

export interface Cancellation {
  readonly signal: AbortSignal
  /** Stops listening. */
  close(): void
}

/**
 * Turns Ctrl-C and requests to end into an abort signal. The first one cancels, the second is answered with a hint, and the
 * third leaves at once: the journal then holds what is unfinished. With `ignore`, Ctrl-C is another program's business.
 */
export function listenForCancel(hint: () => void, leave: () => void, ignore = false): Cancellation {
  const controller = new AbortController()
  let presses = 0
  let pressedAt = 0
  const onSignal = (): void => {
    if (ignore) return
    const now = Date.now()
    if (presses > 0 && now - pressedAt < SAME_PRESS_MS) return
    pressedAt = now
    presses += 1
    if (presses === 1) controller.abort()
    else if (presses === 2) hint()
    else leave()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: controller.signal,
    close: () => {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
