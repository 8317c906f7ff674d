import { defaultOfMinimum } from '../../postgres/facts/standby-minimums.ts'
import { currentSetting } from './change-settings.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts, World } from './world.ts'

type Changes = Readonly<Record<string, string | null>>

/**
 * Some settings must be no lower on a standby than on its primary, else it does not start, or stops replaying (facts, A6):
 * raised on the standby first, lowered on the primary first. One that is taken out counts as what holds without it.
 */
export function checkMinimums(instance: InstanceFacts, changes: Changes, world: World): Refusal | null {
  const { name, upstream } = instance.entry
  const above = upstream === null ? undefined : world.instances[upstream]
  const below = Object.values(world.instances).filter(({ entry }) => entry.upstream === name)
  for (const [setting, value] of minimumsIn(changes, instance)) {
    const needed = above && numberOf(above, setting)
    if (above && needed !== undefined && value < needed)
      return refuse('setting-below-primary', { setting, value, needed, name: above.entry.name })
    for (const standby of below) {
      const has = numberOf(standby, setting)
      if (has !== undefined && has < value)
        return refuse('standby-needs-it-first', { setting, value, name, standby: standby.entry.name, has })
    }
  }
  return null
}

function minimumsIn(changes: Changes, instance: InstanceFacts): [setting: string, value: number][] {
  return Object.entries(changes).flatMap(([name, given]): [string, number][] => {
    const setting = name.toLowerCase()
    const byDefault = defaultOfMinimum(setting, instance.target.major)
    if (byDefault === undefined) return []
    if (given !== null) return [[setting, Number(given)]]
    const line = instance.settings[setting]
    // Nothing is there to be taken out.
    if (line === undefined && instance.filesReadable) return []
    return [[setting, Number(line?.beneath ?? byDefault)]]
  })
}

/** What the server runs with or would start with; undefined where its files cannot tell. */
function numberOf(instance: InstanceFacts, setting: string): number | undefined {
  const value = currentSetting(instance, setting)
  if (value !== null) return Number(value)
  const isSeen = instance.filesReadable && instance.state !== 'missing'
  return isSeen ? defaultOfMinimum(setting, instance.target.major) : undefined
}
