import type { LiveState } from '../../../../shared/model/live-state.ts'
import { followLive } from '../follow-live.ts'
import type { Shell } from '../shell.ts'
import { describeNotice } from './describe-notice.ts'
import { noticesBetween, type Seen } from './notices-between.ts'

/** Tells what happens while nobody looks, where settings allow it, until `signal` aborts. */
export function setupNotices({ host, window, notify, translator }: Shell, signal: AbortSignal): void {
  const look = (state: LiveState): Seen => ({
    state,
    reports: host.jobs.reports(),
    windowVisible: window.isVisible(),
  })
  let before = look(host.live.current())
  void followLive(host, signal, (state) => {
    const after = look(state)
    const notices = noticesBetween(before, after)
    before = after
    if (!state.settings.notifications) return
    for (const notice of notices) notify(describeNotice(notice, translator()))
  }).catch((error: unknown) => host.onBug(error, 'notices'))
}
