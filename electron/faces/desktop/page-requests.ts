import { createTopic } from '../../core/live/topic.ts'

/** Pages that tray, menu and notifications want to see in the window. */
export interface PageRequests {
  ask(path: string): void
  /** Each request once, the newest when several wait; one that came before the page was there waits for it. */
  follow(signal: AbortSignal): AsyncGenerator<{ readonly path: string }, void, undefined>
}

export function createPageRequests(): PageRequests {
  const news = createTopic()
  let wanted: string | undefined
  return {
    ask(path) {
      wanted = path
      news.bump()
    },
    async *follow(signal) {
      while (!signal.aborted) {
        const seen = news.version()
        const path = wanted
        wanted = undefined
        if (path === undefined) await news.wait(seen, signal)
        else yield { path }
      }
    },
  }
}
