import type { SessionInfo } from '../../../shared/contract/session.ts'
import type { Core } from '../../core/core.ts'
import { logBug } from '../../core/failure-log.ts'
import { createJobHost } from '../../core/live/job-host.ts'
import { openLiveFeed } from '../../core/live/live-feed.ts'
import { chooseInstallation } from '../../core/operations/choose-installation.ts'
import { programFolders } from '../../core/program-folders.ts'
import { programVersion } from '../../core/program-version.ts'
import { openSettings } from '../../core/settings-store.ts'
import type { Desktop, Host } from './host.ts'
import { createPlanShelf } from './plan-shelf.ts'

export interface OpenHostOptions {
  readonly core: Core
  /** Null on the web. */
  readonly desktop: Desktop | null
  /** Of the poll; default 1000. */
  readonly intervalMs?: number
}

/** A host that runs: it polls the servers until it is closed. */
export interface OpenHost extends Host {
  /** Ends the poll and every stream that follows it. Jobs go on (`jobs.settle`), and the core stays open. */
  close(): Promise<void>
}

/** Builds what the contract is bound to, over an open core. Failures that no user can cause go to the program's log. */
export async function openHost({ core, desktop, intervalMs }: OpenHostOptions): Promise<OpenHost> {
  const onBug: Host['onBug'] = (error, path) => {
    void logBug(core.home, error, path)
  }
  const settings = await openSettings(core.home, (error) => onBug(error, 'settings'))
  const jobs = createJobHost(core)
  const live = openLiveFeed({
    core,
    jobs,
    settings,
    ...(intervalMs === undefined ? {} : { intervalMs }),
    onError: (error) => onBug(error, 'live'),
  })
  return {
    core,
    jobs,
    live,
    settings,
    plans: createPlanShelf(),
    info: sessionInfo(core, desktop, await newestMajor(core)),
    desktop,
    onBug,
    close: () => live.close(),
  }
}

const platforms: Readonly<Record<string, SessionInfo['platform']>> = { win32: 'windows', darwin: 'macos' }

const sessionInfo = (core: Core, desktop: Desktop | null, defaultMajor: number): SessionInfo => ({
  programVersion,
  face: desktop === null ? 'web' : 'desktop',
  platform: platforms[process.platform] ?? 'linux',
  shell: process.platform === 'win32' ? 'cmd' : 'sh',
  home: core.home,
  folders: programFolders(core.home),
  versions: {
    node: process.versions.node,
    electron: process.versions['electron'] ?? null,
    chrome: process.versions['chrome'] ?? null,
  },
  systemLanguage: Intl.DateTimeFormat().resolvedOptions().locale,
  defaultMajor,
  canOpenPaths: desktop !== null,
  canPickFolders: desktop !== null,
  canStartAtLogin: desktop?.canStartAtLogin ?? false,
  updates: desktop?.updates ?? 'not-installed',
})

/** Of the installation that a new instance gets unless told otherwise; without any, the newest that can be downloaded. */
async function newestMajor({ installations }: Core): Promise<number> {
  const { installations: found } = await installations.list()
  const facts = found.map((installation) => ({ ...installation, shareDir: installation.shareDir ?? null }))
  const chosen = chooseInstallation({ installations: facts }, undefined)
  return 'major' in chosen ? chosen.major : Math.max(...installations.available().map(({ major }) => major))
}
