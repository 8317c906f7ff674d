import type { Text } from '../../../../shared/i18n/text.ts'
import { sameSettingValue } from '../../../postgres/facts/conf/units.ts'
import type { SettingChanges } from '../../plan/steps/configuration.ts'
import { inDir } from '../files.ts'
import { refuse, type Refusal } from '../operation.ts'
import type { InstanceFacts } from '../world.ts'

type Configured = Pick<InstanceFacts, 'entry' | 'absoluteIncludes' | 'settings'>

/** True for a file that postgresql.conf reads by an absolute path, so that its copy reads the same one. */
export const isShared = (
  { absoluteIncludes }: Pick<InstanceFacts, 'absoluteIncludes'>,
  file: string,
): boolean => absoluteIncludes.some((place) => file === place || inDir(file, '..') === place)

/** Refuses what a shared file would set in the copy too, though the copy must have it otherwise. */
export function checkSharedIncludes(source: Configured, wanted: SettingChanges): Refusal | null {
  const forced = Object.entries(wanted).flatMap(([setting, value]) => {
    const found = source.settings[setting]
    if (found?.source !== 'file' || !isShared(source, found.file)) return []
    return value !== null && sameSettingValue(found.value, value) ? [] : [{ setting, file: found.file }]
  })
  const [first] = forced
  if (!first) return null
  const settings = forced.filter(({ file }) => file === first.file).map(({ setting }) => setting)
  return refuse('include-sets-own', {
    name: source.entry.name,
    file: first.file,
    settings: settings.join(', '),
  })
}

/** Says which files a copy will go on reading together with its source. */
export const sharedIncludes = (source: Configured, name: string): Text[] =>
  source.absoluteIncludes.length === 0
    ? []
    : [
        {
          key: 'notices.shared-includes',
          params: { name, source: source.entry.name, files: source.absoluteIncludes.join(', ') },
        },
      ]
