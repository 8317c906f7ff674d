/** Whether the program is on its way out: then closing the window closes it. */
export interface Lifecycle {
  isQuitting(): boolean
  beginQuitting(): void
}

export function createLifecycle(): Lifecycle {
  let quitting = false
  return {
    isQuitting: () => quitting,
    beginQuitting: () => {
      quitting = true
    },
  }
}
