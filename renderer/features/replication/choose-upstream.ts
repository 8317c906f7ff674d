import type { InstanceView } from '../../../shared/model/live-state.ts'

/** What the page shows. */
export type Chosen =
  | { readonly kind: 'upstream'; readonly upstream: InstanceView; readonly standbys: readonly InstanceView[] }
  /** It is there, and nobody follows it. */
  | { readonly kind: 'alone'; readonly instance: InstanceView }
  | { readonly kind: 'gone'; readonly name: string }
  /** Nothing at all streams here. */
  | { readonly kind: 'none' }

/** The standbys that are set to stream from an instance. */
export const standbysOf = (
  upstream: Pick<InstanceView, 'name'>,
  instances: readonly InstanceView[],
): readonly InstanceView[] =>
  instances.filter(
    ({ name, role, upstream: its }) => its === upstream.name && role !== 'primary' && name !== its,
  )

/** Instances that somebody follows, ours or not. */
export const upstreamsAmong = (instances: readonly InstanceView[]): readonly InstanceView[] =>
  instances.filter(
    (instance) => instance.replication.length > 0 || standbysOf(instance, instances).length > 0,
  )

/**
 * The upstream that an address means: the named one; for a standby that nobody follows the one that it streams from; without a
 * name the first one that runs. Pure.
 */
export function chooseUpstream(name: string | null, instances: readonly InstanceView[]): Chosen {
  const upstreams = upstreamsAmong(instances)
  const show = (upstream: InstanceView): Chosen => ({
    kind: 'upstream',
    upstream,
    standbys: standbysOf(upstream, instances),
  })
  if (name === null) {
    const first = upstreams.find(({ state }) => state === 'running') ?? upstreams[0]
    return first === undefined ? { kind: 'none' } : show(first)
  }
  const meant = instances.find((one) => one.name === name)
  if (meant === undefined) return { kind: 'gone', name }
  if (upstreams.includes(meant)) return show(meant)
  const above = meant.role === 'primary' ? undefined : upstreams.find((one) => one.name === meant.upstream)
  return above === undefined ? { kind: 'alone', instance: meant } : show(above)
}
