import type { Major } from '../../../../shared/model/instance-target.ts'

/** A version as programs print it, and the major version it belongs to. */
export interface ServerVersion {
  /** `15.18`, `9.6.24`, `19beta1`: without what a packager appended. */
  readonly version: string
  readonly major: Major
}

const versionPattern = /^(\d+)(?:\.(\d+))?(?:\.\d+)*(?:devel|alpha\d*|beta\d*|rc\d*)?/

/** The version in the output of `postgres --version` (or another program's) or in server_version; undefined if there is none. */
export function parseVersionText(text: string): ServerVersion | undefined {
  const named = /\((?:PostgreSQL|EnterpriseDB)\)\s+(\S+)/.exec(text)?.[1] ?? text.trim()
  const match = versionPattern.exec(named)
  if (match === null) return undefined
  const major = majorOf(match[1], match[2])
  return major === undefined ? undefined : { version: match[0], major }
}

/** The major version in a data directory's PG_VERSION file; undefined if the file holds something else. */
export function parsePgVersionFile(text: string): Major | undefined {
  const match = /^(\d+)(?:\.(\d+))?\s*$/.exec(text)
  if (match === null) return undefined
  const [, first, second] = match
  if (Number(first) >= 10 && second !== undefined) return undefined
  return majorOf(first, second)
}

/** The major version of a server_version_num such as 150018 or 90624. */
export function majorFromVersionNum(versionNum: number): Major {
  if (versionNum >= 100_000) return Math.floor(versionNum / 10_000)
  return Number(`${String(Math.floor(versionNum / 10_000))}.${String(Math.floor(versionNum / 100) % 100)}`)
}

function majorOf(first: string | undefined, second: string | undefined): Major | undefined {
  if (first === undefined) return undefined
  if (Number(first) >= 10) return Number(first)
  return second === undefined ? undefined : Number(`${first}.${second}`)
}
