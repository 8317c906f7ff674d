/** As much of an instance as its place in a cascade needs. */
export interface InCascade {
  readonly name: string
  /** A name, or anything else for an upstream that is not among them. */
  readonly upstream: string | null
}

/** Names in the order to start them: each after its upstream. Those that name each other in a circle keep their order. */
export function startOrder(members: readonly InCascade[]): readonly string[] {
  const byName = new Map(members.map((member) => [member.name, member]))
  const depth = (member: InCascade, seen: readonly string[] = []): number => {
    const upstream = member.upstream === null ? undefined : byName.get(member.upstream)
    return upstream === undefined || seen.includes(upstream.name)
      ? 0
      : 1 + depth(upstream, [...seen, member.name])
  }
  return members
    .map((member) => ({ name: member.name, depth: depth(member) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ name }) => name)
}

/** Names in the order to stop them: each before its upstream, so that standbys don't loop in search of it. */
export function stopOrder(members: readonly InCascade[]): readonly string[] {
  return startOrder(members).toReversed()
}
