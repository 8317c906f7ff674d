import { expect, test } from 'vitest'
import {
  layoutTree,
  NODE_HEIGHT,
  NODE_WIDTH,
  type PlacedNode,
} from '../../../../../renderer/features/home/picture/layout-tree.ts'
import type { TopologyNode } from '../../../../../shared/model/topology.ts'

const follows = (name: string, standbys: readonly TopologyNode[] = []): TopologyNode => ({
  name,
  link: 'follows',
  standbys,
})
const primary = (standbys: readonly TopologyNode[]): TopologyNode => ({
  name: 'main',
  link: 'root',
  standbys,
})
const cascade = primary([follows('a', [follows('a1'), follows('a2')]), follows('b')])

const overlap = (one: PlacedNode, other: PlacedNode): boolean =>
  Math.abs(one.x - other.x) < NODE_WIDTH && Math.abs(one.y - other.y) < NODE_HEIGHT

const overlapping = (nodes: readonly PlacedNode[]): readonly string[] =>
  nodes.flatMap((one, index) =>
    nodes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.name} ${other.name}`] : [])),
  )

test('with room, standbys stand below their upstream, in one row for each step of the cascade', () => {
  const { nodes, width, height } = layoutTree(cascade, 2000)
  const at = new Map(nodes.map((node) => [node.name, node]))
  expect(nodes.map(({ name }) => name)).toEqual(['main', 'a', 'a1', 'a2', 'b'])
  expect(at.get('a')?.y).toBe(at.get('b')?.y)
  expect(at.get('a1')?.y).toBe(at.get('a2')?.y)
  expect(at.get('a1')?.y).toBeGreaterThan(at.get('a')?.y ?? Infinity)
  expect(Math.min(...nodes.map(({ x }) => x))).toBe(0)
  expect(width).toBe(Math.max(...nodes.map(({ x }) => x)) + NODE_WIDTH)
  expect(height).toBe((at.get('a1')?.y ?? 0) + NODE_HEIGHT)
  expect(overlapping(nodes)).toEqual([])
})

test('without room they stand one under the other, further in with each step', () => {
  const { nodes, width } = layoutTree(cascade, 500)
  expect(nodes.map(({ name }) => name)).toEqual(['main', 'a', 'a1', 'a2', 'b'])
  expect(nodes.map(({ y }) => y)).toEqual(nodes.map(({ y }) => y).toSorted((a, b) => a - b))
  const [main, a, a1, a2, b] = nodes.map(({ x }) => x)
  expect(main).toBe(0)
  expect(a).toBe(b)
  expect(a1).toBe(a2)
  expect(a1).toBeGreaterThan(a ?? Infinity)
  expect(width).toBeLessThanOrEqual(500)
  expect(overlapping(nodes)).toEqual([])
})

test.each([2000, 300])('a label never lies on a card, in %d pixels', (available) => {
  const { nodes } = layoutTree(cascade, available)
  const [top] = nodes
  expect(top?.into).toBeNull()
  for (const { into, y } of nodes.slice(1)) {
    expect(into?.labelY).toBeLessThan(y)
    const bottoms = nodes.map((node) => node.y + NODE_HEIGHT).filter((bottom) => bottom <= y)
    expect(into?.labelY).toBeGreaterThan(Math.max(...bottoms))
  }
})

test('a root that stands below something out of the picture has a line from nowhere', () => {
  const [orphan] = layoutTree({ name: 'far', link: 'orphan', standbys: [] }, 1000).nodes
  expect(orphan?.into?.line).toMatch(/^M32,\d+ V/)
  expect(orphan?.y).toBeGreaterThan(orphan?.into?.labelY ?? Infinity)
})

const alone = (link: TopologyNode['link']) => layoutTree({ name: 'old', link, standbys: [] }, 2000).nodes[0]

test('nothing leads to a primary, superseded or not; to a standby whose upstream is not there something does', () => {
  expect(alone('root')).toMatchObject({ y: 0, into: null })
  expect(alone('superseded')).toMatchObject({ y: 0, into: null })
  expect(alone('orphan')?.into).not.toBeNull()
})
