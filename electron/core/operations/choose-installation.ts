import type { Major } from '../../../shared/model/instance-target.ts'
import { knownMajors, supportLevel } from '../../postgres/facts/versions.ts'
import { compareVersions } from '../../postgres/facts/versions/compare-versions.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstallationFacts, WorldBase } from './world.ts'

/** The newest major last; within it, one with all tools (pg_basebackup, psql) after the server alone, then by minor. */
const byPreference = (a: InstallationFacts, b: InstallationFacts): number =>
  a.major - b.major ||
  Number(a.tools.includes('psql')) - Number(b.tools.includes('psql')) ||
  compareVersions(a.version, b.version)

export const bestInstallation = (
  installations: readonly InstallationFacts[],
): InstallationFacts | undefined => installations.toSorted(byPreference).at(-1)

/**
 * The server programs for a new instance: the folder named, the best of the major named, else of the newest supported.
 * Majors that were never tried on real servers are refused.
 */
export function chooseInstallation(
  world: Pick<WorldBase, 'installations'>,
  pg: string | undefined,
): InstallationFacts | Refusal {
  if (pg !== undefined && /[\\/]/.test(pg)) {
    const found = world.installations.find(({ binDir }) => samePath(binDir, pg))
    return found ? checkSupported(found) : refuse('not-an-installation', { path: pg })
  }
  if (pg === undefined) {
    const usable = world.installations.filter(({ major }) => supportLevel(major) === 'supported')
    return bestInstallation(usable) ?? refuse('no-installation')
  }
  const major = Number(pg)
  if (!knownMajors.includes(major)) return refuse('unknown-major', { major: pg })
  const ofMajor = world.installations.filter((installation) => installation.major === major)
  const found = bestInstallation(ofMajor)
  if (found) return checkSupported(found)
  return supportLevel(major) === 'supported'
    ? refuse('major-not-installed', { major })
    : refuse('major-not-supported', { major })
}

/** Plans for a major that was never tried on real servers are refused. */
export function checkMajorSupported(major: Major): Refusal | null {
  return supportLevel(major) === 'supported' ? null : refuse('major-not-supported', { major })
}

const checkSupported = (installation: InstallationFacts): InstallationFacts | Refusal =>
  checkMajorSupported(installation.major) ?? installation

const samePath = (a: string, b: string): boolean => trimmed(a) === trimmed(b)
const trimmed = (path: string): string => path.replace(/[\\/]+$/, '')

/** Facts about 9.3 to 9.6 and 19 are known, so such instances may be adopted and looked at. */
export function checkMajorAdoptable(major: Major): Refusal | null {
  return supportLevel(major) === 'unknown' ? refuse('unknown-major', { major }) : null
}
