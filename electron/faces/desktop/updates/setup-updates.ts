import { setTimeout as sleep } from 'node:timers/promises'
import { canLookForUpdates, type UpdateWay } from '../../../../shared/model/update-way.ts'
import type { Shell } from '../shell.ts'
import type { Updater } from './updater.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** As much of the shell as is needed. */
export type UpdatingShell = Pick<Shell, 'notify' | 'translator'> & {
  readonly host: Pick<Shell['host'], 'settings' | 'onBug'>
}

export interface UpdateOptions {
  readonly way: UpdateWay
  readonly openUpdater: () => Promise<Updater>
  readonly signal: AbortSignal
  /** How long between two looks. */
  readonly everyMs?: number
}

/**
 * While the setting is on, looks for a newer version now and once a day, and tells of each once. Only a signed program gets and
 * installs it; a version that could not be had is tried again the next day.
 */
export function setupUpdates(
  shell: UpdatingShell,
  { way, openUpdater, signal, everyMs = DAY_MS }: UpdateOptions,
): void {
  if (!canLookForUpdates(way)) return
  const { host, notify, translator } = shell
  const told = new Set<string>()
  let updater: Promise<Updater> | undefined
  let looking: AbortController | undefined

  const tell = (version: string): void => {
    if (told.has(version)) return
    told.add(version)
    const { t } = translator()
    notify({
      title: t('shell.notices.update.title', { version }),
      body: t(`shell.notices.update.${way === 'installs' ? 'installs' : 'by-hand'}`),
      path: '/settings/about',
    })
  }
  const look = async (): Promise<void> => {
    updater ??= openUpdater()
    const opened = await updater
    const version = await opened.look()
    if (version === null) return
    if (way === 'installs') await opened.fetch()
    tell(version)
  }
  const keepLooking = async (until: AbortSignal): Promise<void> => {
    while (!until.aborted) {
      // No network is no news.
      await look().catch((error: unknown) => host.onBug(error, 'updates'))
      await sleep(everyMs, undefined, { signal: until }).catch(() => undefined)
    }
  }
  const follow = ({ lookForUpdates }: { readonly lookForUpdates: boolean }): void => {
    if (lookForUpdates === (looking !== undefined)) return
    looking?.abort()
    looking = lookForUpdates ? new AbortController() : undefined
    if (looking !== undefined) void keepLooking(AbortSignal.any([looking.signal, signal]))
  }
  follow(host.settings.current())
  host.settings.onChange(follow)
}
