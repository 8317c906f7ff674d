import { standbySettingsOf } from '../../../postgres/facts/recovery/settings.ts'
import type { FileSetting, InstanceFacts } from '../world.ts'

type Values = Readonly<Record<string, string>>

/**
 * What a new copy of a standby is given of its own: its postgresql.auto.conf is not kept, but what stood there is, except
 * what makes it a standby.
 *
 * The names that a former primary waited for are not: they would hold up every commit, were it promoted again.
 */
export function ownSettings({ settings, target, role }: InstanceFacts): Values {
  const ties = new Set(standbySettingsOf(target.major).map(({ name }) => name))
  const own = valuesOf(
    settings,
    (name, { source }) => source === 'auto' && !ties.has(name) && name !== 'port',
  )
  return role === 'primary' && settings['synchronous_standby_names'] !== undefined
    ? { ...own, synchronous_standby_names: '' }
    : own
}

/** Up to 11, its parameters in recovery.conf. */
export const ownRecoverySettings = ({ settings }: InstanceFacts): Values =>
  valuesOf(settings, (_, { source }) => source === 'recovery')

/** All that the plan writes into the new copy's files; its conninfo is made anew. */
export const keptSettings = (standby: InstanceFacts): Values => {
  const { primary_conninfo: _replaced, ...recovery } = ownRecoverySettings(standby)
  return { ...ownSettings(standby), ...recovery }
}

const valuesOf = (
  settings: InstanceFacts['settings'],
  wanted: (name: string, setting: FileSetting) => boolean,
): Values =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, setting]) =>
      wanted(name, setting) ? [[name, setting.value] as const] : [],
    ),
  )
