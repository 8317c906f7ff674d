import type { SessionInfo } from '../../../shared/contract/session.ts'
import type { UpdateWay } from '../../../shared/model/update-way.ts'
import type { Core } from '../../core/core.ts'
import type { JobHost } from '../../core/live/job-host.ts'
import type { LiveFeed } from '../../core/live/live-feed.ts'
import type { SettingsStore } from '../../core/settings-store.ts'
import type { PlanShelf } from './plan-shelf.ts'

/** What a desktop can do for a window. */
export interface Desktop {
  openPath(path: string): Promise<void>
  /** Null when the person closed the dialog. */
  pickFolder(options: { readonly title: string; readonly startAt: string | null }): Promise<string | null>
  /** Pages that tray, menu and notifications want to see. */
  pages(signal: AbortSignal): AsyncGenerator<{ readonly path: string }, void, undefined>
  /** What the system was told must follow the settings. */
  readonly canStartAtLogin: boolean
  readonly updates: UpdateWay
}

/** All that the contract is bound to; built once for every window of a process. */
export interface Host {
  readonly core: Core
  readonly jobs: JobHost
  readonly live: LiveFeed
  readonly settings: SettingsStore
  readonly plans: PlanShelf
  readonly info: SessionInfo
  /** Null on the web. */
  readonly desktop: Desktop | null
  /** Failures that no user can cause. */
  readonly onBug: (error: unknown, path: string) => void
}
