import type { Major } from '../../../shared/model/instance-target.ts'
import { knownMajors, supportLevel } from '../facts/versions.ts'
import { compareVersions } from './compare-versions.ts'
import { hasFullTools, type Installation } from './installation.ts'

/** What the user asked for with `--pg`; `any` when nothing was said. */
export type InstallationRequest =
  | { readonly kind: 'any' }
  | { readonly kind: 'major'; readonly major: Major }
  | { readonly kind: 'folder'; readonly binDir: string }

/** The request in `--pg MAJOR|BINDIR`: a number is a major version, anything else a folder. */
export const parseInstallationRequest = (text: string | undefined): InstallationRequest => {
  const asked = text?.trim() ?? ''
  if (asked === '') return { kind: 'any' }
  return /^\d+(\.\d+)?$/.test(asked)
    ? { kind: 'major', major: Number(asked) }
    : { kind: 'folder', binDir: asked }
}

/** One installation, or why there is none. */
export type InstallationChoice =
  | { readonly kind: 'chosen'; readonly installation: Installation }
  /** No PostgreSQL that this program knows has that number. */
  | { readonly kind: 'unknown-major'; readonly major: Major; readonly known: readonly Major[] }
  /** `downloadable` says whether `pgtandem postgres install` has it for this platform; major is null when nothing is installed at all. */
  | { readonly kind: 'not-installed'; readonly major: Major | null; readonly downloadable: readonly Major[] }
  | { readonly kind: 'not-an-installation'; readonly binDir: string }

/** The better one first: all tools before the server alone, then the newest minor, then the order in which they were found. */
const byPreference = (left: Installation, right: Installation): number =>
  Number(hasFullTools(right)) - Number(hasFullTools(left)) || compareVersions(right.version, left.version)

const best = (candidates: readonly Installation[]) => [...candidates].sort(byPreference)[0]

/**
 * The installation to use.
 *
 * A folder must be one of `installations` (the caller probes it first). A major gets its best installation, also for a
 * data directory of that major. Without a wish it is the newest major whose plans are supported.
 */
export const chooseInstallation = (
  installations: readonly Installation[],
  request: InstallationRequest,
  downloadable: readonly Major[],
): InstallationChoice => {
  if (request.kind === 'folder') {
    const installation = installations.find(({ binDir }) => binDir === request.binDir)
    return installation === undefined
      ? { kind: 'not-an-installation', binDir: request.binDir }
      : { kind: 'chosen', installation }
  }
  if (request.kind === 'major') {
    const { major } = request
    const installation = best(installations.filter((found) => found.major === major))
    if (installation !== undefined) return { kind: 'chosen', installation }
    if (!knownMajors.includes(major)) return { kind: 'unknown-major', major, known: knownMajors }
    return { kind: 'not-installed', major, downloadable }
  }
  const supported = installations.filter(({ major }) => supportLevel(major) === 'supported')
  const newest = Math.max(...supported.map(({ major }) => major))
  const installation = best(supported.filter(({ major }) => major === newest))
  return installation === undefined
    ? { kind: 'not-installed', major: null, downloadable }
    : { kind: 'chosen', installation }
}
