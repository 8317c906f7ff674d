import type { Major } from '../../../../shared/model/instance-target.ts'

/** Every major version this program knows facts about, oldest first. */
export const knownMajors: readonly Major[] = [9.3, 9.4, 9.5, 9.6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]

/** `supported`: tried on real servers; `known`: facts and previews only, plans are refused; `unknown`: no facts. */
export type SupportLevel = 'supported' | 'known' | 'unknown'

/** How far this program goes with a major version. */
export function supportLevel(major: Major): SupportLevel {
  if (!knownMajors.includes(major)) return 'unknown'
  return major >= 10 && major <= 18 ? 'supported' : 'known'
}
