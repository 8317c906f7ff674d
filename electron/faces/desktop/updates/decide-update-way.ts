import type { UpdateWay } from '../../../../shared/model/update-way.ts'

/** What a package knows of itself; see build/package/updates.mjs. */
export interface UpdateFacts {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** Where newer versions are published; null when nobody said so as it was packaged. */
  readonly url: string | null
  readonly isSigned: boolean
  /** Windows: whose signature an update must carry; without this name it would not be looked at. */
  readonly publisher: boolean
  /** Windows: by Setup.exe. One out of a zip cannot be replaced by it. */
  readonly wasSetUp: boolean
}

/** What may be done about updates. In doubt nothing is installed. Pure. */
export function decideUpdateWay(facts: UpdateFacts): UpdateWay {
  const { platform, isPackaged, url, isSigned, publisher, wasSetUp } = facts
  if (!isPackaged) return 'not-installed'
  if (url === null || !url.startsWith('https://')) return 'no-address'
  if (platform !== 'win32' && platform !== 'darwin') return 'by-hand'
  if (!isSigned || (platform === 'win32' && !publisher)) return 'unsigned'
  return platform === 'win32' && !wasSetUp ? 'by-hand' : 'installs'
}
