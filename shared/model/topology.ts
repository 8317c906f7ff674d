import type { InstanceStatus } from './instance-status.ts'

/** What a topology is made of. */
export type TopologyMember = Pick<
  InstanceStatus,
  'name' | 'role' | 'state' | 'upstream' | 'systemIdentifier' | 'timeline'
>

/**
 * How a member stands to what is above it.
 *
 * - `follows`: a standby whose upstream is in the picture, on its timeline or catching up to it.
 * - `diverged`: a standby on a newer timeline than its upstream: it took part in a promotion that the upstream did not.
 * - `superseded`: a primary in whose place a standby was promoted.
 * - `orphan`: a standby whose upstream is not in the picture.
 */
export type TopologyLink = 'root' | 'follows' | 'diverged' | 'superseded' | 'orphan'

export interface TopologyNode {
  readonly name: string
  readonly link: TopologyLink
  readonly standbys: readonly TopologyNode[]
}

/**
 * Trees of primaries with their standbys, cascades included; roots and siblings in the order of `members`.
 *
 * Members that name each other as upstream in a circle come out as orphans, each once.
 */
export function buildTopology(
  members: readonly TopologyMember[],
  superseded: ReadonlySet<string> = new Set(),
): readonly TopologyNode[] {
  const byName = new Map(members.map((member) => [member.name, member]))
  const placed = new Set<string>()
  const node = (member: TopologyMember): TopologyNode => {
    placed.add(member.name)
    const below = members.filter(
      (other) => !placed.has(other.name) && upstreamOf(other, byName)?.name === member.name,
    )
    return { name: member.name, link: linkOf(member, byName, superseded), standbys: below.map(node) }
  }
  const roots = members.filter((member) => upstreamOf(member, byName) === undefined).map(node)
  const inCircles = members.flatMap((member) =>
    placed.has(member.name) ? [] : [{ ...node(member), link: 'orphan' as const }],
  )
  return [...roots, ...inCircles]
}

/** The primary at the top of a member's cascade: itself for a primary; undefined when the way up leaves the picture. */
export function rootOf(name: string, members: readonly TopologyMember[]): string | undefined {
  const byName = new Map(members.map((member) => [member.name, member]))
  const seen = new Set<string>()
  let member = byName.get(name)
  while (member !== undefined && !seen.has(member.name)) {
    if (member.role !== 'standby') return member.name
    seen.add(member.name)
    member = upstreamOf(member, byName)
  }
  return undefined
}

function upstreamOf(
  member: TopologyMember,
  byName: ReadonlyMap<string, TopologyMember>,
): TopologyMember | undefined {
  if (member.role === 'primary' || member.upstream === null || member.upstream === member.name)
    return undefined
  return byName.get(member.upstream)
}

function linkOf(
  member: TopologyMember,
  byName: ReadonlyMap<string, TopologyMember>,
  superseded: ReadonlySet<string>,
): TopologyLink {
  if (member.role !== 'standby') return superseded.has(member.name) ? 'superseded' : 'root'
  const upstream = upstreamOf(member, byName)
  if (upstream === undefined) return 'orphan'
  const foreign =
    member.systemIdentifier !== null &&
    upstream.systemIdentifier !== null &&
    member.systemIdentifier !== upstream.systemIdentifier
  const ahead = member.timeline !== null && upstream.timeline !== null && member.timeline > upstream.timeline
  return foreign || ahead ? 'diverged' : 'follows'
}
