import { startOrder, stopOrder } from '../../../../shared/model/start-order.ts'
import { expect, test } from 'vitest'
import { buildTopology, rootOf, type TopologyMember } from '../../../../shared/model/topology.ts'

const member = (
  name: string,
  upstream: string | null,
  more: Partial<TopologyMember> = {},
): TopologyMember => ({
  name,
  upstream,
  role: upstream === null ? 'primary' : 'standby',
  state: 'running',
  systemIdentifier: '1',
  timeline: 1,
  ...more,
})

test('cascades stand below their upstream, and start after it', () => {
  const members = [member('c', 'b'), member('b', 'a'), member('a', null), member('d', 'a')]
  expect(buildTopology(members)).toEqual([
    {
      name: 'a',
      link: 'root',
      standbys: [
        { name: 'b', link: 'follows', standbys: [{ name: 'c', link: 'follows', standbys: [] }] },
        { name: 'd', link: 'follows', standbys: [] },
      ],
    },
  ])
  expect(startOrder(members)).toEqual(['a', 'b', 'd', 'c'])
  expect(stopOrder(members)).toEqual(['c', 'd', 'b', 'a'])
  expect(rootOf('c', members)).toBe('a')
})

test('a standby of nobody known is an orphan; one ahead of its upstream, or of another system, has diverged', () => {
  const members = [
    member('a', null),
    member('far', '10.0.0.1:5432'),
    member('ahead', 'a', { timeline: 2 }),
    member('foreign', 'a', { systemIdentifier: '2' }),
  ]
  const [a, far] = buildTopology(members)
  expect(a?.standbys.map(({ link }) => link)).toEqual(['diverged', 'diverged'])
  expect(far).toMatchObject({ name: 'far', link: 'orphan' })
  expect(rootOf('far', members)).toBeUndefined()
})

test('members that follow each other in a circle are all told, once', () => {
  const members = [member('x', 'y'), member('y', 'x'), member('self', 'self')]
  expect(startOrder(members).toSorted()).toEqual(['self', 'x', 'y'])
  expect(rootOf('x', members)).toBeUndefined()
})

test('a superseded primary is said to be one', () => {
  expect(buildTopology([member('old', null)], new Set(['old']))).toMatchObject([{ link: 'superseded' }])
})
