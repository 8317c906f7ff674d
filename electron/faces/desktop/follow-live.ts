import type { LiveState } from '../../../shared/model/live-state.ts'
import type { Host } from '../rpc/host.ts'

/** Calls back with each new state of everything, the present one first, until `signal` aborts. */
export async function followLive(
  { live }: Pick<Host, 'live'>,
  signal: AbortSignal,
  onState: (state: LiveState) => void,
): Promise<void> {
  while (!signal.aborted) {
    const seen = live.news.version()
    onState(live.current())
    await live.news.wait(seen, signal)
  }
}
