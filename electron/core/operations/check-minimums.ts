import { versionFacts } from '../../postgres/facts/versions.ts'
import { currentSetting } from './change-settings.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts, World } from './world.ts'

type Changes = Readonly<Record<string, string | null>>

/**
 * Some settings must be no lower on a standby than on its primary, else it does not start, or stops replaying (facts, A6):
 * raised on the standby first, lowered on the primary first.
 */
export function checkMinimums(instance: InstanceFacts, changes: Changes, world: World): Refusal | null {
  const { name, upstream } = instance.entry
  const above = upstream === null ? undefined : world.instances[upstream]
  const below = Object.values(world.instances).filter(({ entry }) => entry.upstream === name)
  for (const [setting, value] of minimumsIn(changes, instance.target.major)) {
    const needed = above && numberOf(above, setting)
    if (above && needed !== undefined && Number(value) < needed)
      return refuse('setting-below-primary', { setting, value, needed, name: above.entry.name })
    const standby = below.find((one) => (numberOf(one, setting) ?? Infinity) < Number(value))
    if (standby) {
      const has = currentSetting(standby, setting) ?? ''
      return refuse('standby-needs-it-first', { setting, value, name, standby: standby.entry.name, has })
    }
  }
  return null
}

function minimumsIn(changes: Changes, major: number): [string, string][] {
  const { standbyMinimums } = versionFacts(major)
  return Object.entries(changes).flatMap(([name, value]): [string, string][] => {
    const setting = name.toLowerCase()
    return value !== null && standbyMinimums.includes(setting) ? [[setting, value]] : []
  })
}

function numberOf(instance: InstanceFacts, setting: string): number | undefined {
  const value = currentSetting(instance, setting)
  return value === null ? undefined : Number(value)
}
