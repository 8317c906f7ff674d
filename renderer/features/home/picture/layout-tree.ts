import { hierarchy, tree as layTree } from 'd3-hierarchy'
import type { TopologyLink, TopologyNode } from '../../../../shared/model/topology.ts'

/** Pixels; a card has one size so that a tree can be laid out before anything is drawn. */
export const NODE_WIDTH = 264
export const NODE_HEIGHT = 124
const GAP_X = 24
/** Room for a line and three lines of label above each card that has something above it. */
const GAP_Y = 78
const INDENT = 32
const ELBOW = 18
const ARROW = 8
/** Between a line and what is said of it. */
const BESIDE = 10

/** The line into a card from above, and where what is said of it begins. */
export interface PlacedLink {
  /** `M…` of an SVG path. */
  readonly line: string
  readonly arrow: string
  readonly labelX: number
  readonly labelY: number
  readonly labelWidth: number
}

export interface PlacedNode {
  readonly name: string
  readonly link: TopologyLink
  /** The upper left corner. */
  readonly x: number
  readonly y: number
  /** Null for a primary: nothing is above it. */
  readonly into: PlacedLink | null
}

export interface PlacedTree {
  readonly width: number
  readonly height: number
  /** Each before its standbys: the reading order. */
  readonly nodes: readonly PlacedNode[]
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Where everything of one tree goes: standbys below their upstream, or indented one under the other where that is too wide. */
export function layoutTree(root: TopologyNode, availableWidth: number): PlacedTree {
  const below = spotsBelow(root)
  const fits = Math.max(...below.spots.map(({ x }) => x)) + NODE_WIDTH <= availableWidth
  const { spots, parents } = fits ? below : spotsIndented(root)
  const nodes = namesOf(root).map((node, index): PlacedNode => {
    const spot = spots[index] ?? { x: 0, y: 0 }
    const parent = spots[parents[index] ?? -1]
    return {
      name: node.name,
      link: node.link,
      ...spot,
      into:
        parent === undefined
          ? hasNothingAbove(node)
            ? null
            : stub(spot)
          : fits
            ? elbow(parent, spot)
            : hook(parent, spot),
    }
  })
  return {
    width: Math.max(...nodes.map(({ x }) => x)) + NODE_WIDTH,
    height: Math.max(...nodes.map(({ y }) => y)) + NODE_HEIGHT,
    nodes,
  }
}

interface Spots {
  readonly spots: readonly Spot[]
  /** Index of each node's parent; -1 for the root. */
  readonly parents: readonly number[]
}

/** A superseded primary follows nobody either; its card says what became of it. */
const hasNothingAbove = ({ link }: TopologyNode): boolean => link === 'root' || link === 'superseded'

const topOf = (root: TopologyNode): number => (hasNothingAbove(root) ? 0 : GAP_Y)

function spotsBelow(root: TopologyNode): Spots {
  const laid = layTree<TopologyNode>()
    .nodeSize([NODE_WIDTH + GAP_X, NODE_HEIGHT + GAP_Y])
    .separation(() => 1)(hierarchy(root, childrenOf))
  const all = inReadingOrder(laid)
  const left = Math.min(...all.map(({ x }) => x))
  return {
    spots: all.map(({ x, y }) => ({ x: x - left, y: y + topOf(root) })),
    parents: all.map(({ parent }) => (parent === null ? -1 : all.indexOf(parent))),
  }
}

function spotsIndented(root: TopologyNode): Spots {
  const all = inReadingOrder(hierarchy(root, childrenOf))
  return {
    spots: all.map(({ depth }, index) => ({
      x: depth * INDENT,
      y: topOf(root) + index * (NODE_HEIGHT + GAP_Y),
    })),
    parents: all.map(({ parent }) => (parent === null ? -1 : all.indexOf(parent))),
  }
}

const childrenOf = ({ standbys }: TopologyNode): TopologyNode[] => [...standbys]

function inReadingOrder<N extends { eachBefore(visit: (node: N) => void): unknown }>(root: N): readonly N[] {
  const all: N[] = []
  root.eachBefore((node) => {
    all.push(node)
  })
  return all
}

const namesOf = (node: TopologyNode): readonly TopologyNode[] => [node, ...node.standbys.flatMap(namesOf)]

/** From the middle of a card's lower edge to the middle of the next one's upper edge. */
function elbow(parent: Spot, child: Spot): PlacedLink {
  const [fromX, fromY] = [parent.x + NODE_WIDTH / 2, parent.y + NODE_HEIGHT]
  const toX = child.x + NODE_WIDTH / 2
  return {
    line: `M${fromX},${fromY} V${fromY + ELBOW} H${toX} V${child.y - ARROW}`,
    arrow: downArrow(toX, child.y),
    labelX: toX + BESIDE,
    labelY: fromY + ELBOW + 4,
    labelWidth: NODE_WIDTH / 2 - BESIDE,
  }
}

/** From a card's lower edge down its left side and into the middle of the next one's. */
function hook(parent: Spot, child: Spot): PlacedLink {
  const fromX = parent.x + INDENT / 2
  const toY = child.y + NODE_HEIGHT / 2
  return {
    line: `M${fromX},${parent.y + NODE_HEIGHT} V${toY} H${child.x - ARROW}`,
    arrow: `M${child.x - ARROW},${toY - ARROW} L${child.x},${toY} L${child.x - ARROW},${toY + ARROW} Z`,
    labelX: child.x,
    labelY: child.y - GAP_Y + ELBOW + 4,
    labelWidth: NODE_WIDTH,
  }
}

/** A short line from nowhere: what is above is not in the picture. */
function stub({ x, y }: Spot): PlacedLink {
  const toX = x + INDENT
  return {
    line: `M${toX},${y - GAP_Y + ELBOW} V${y - ARROW}`,
    arrow: downArrow(toX, y),
    labelX: toX + BESIDE,
    labelY: y - GAP_Y + ELBOW,
    labelWidth: NODE_WIDTH - INDENT - BESIDE,
  }
}

const downArrow = (x: number, y: number): string =>
  `M${x - ARROW},${y - ARROW} L${x},${y} L${x + ARROW},${y - ARROW} Z`
