import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useMemo } from 'react'
import type { TopologyNode } from '../../../../shared/model/topology.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import { useUnchanged } from '../use-unchanged.ts'
import { type CardActs, InstanceCard } from './instance-card.tsx'
import { layoutTree, NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from './layout-tree.ts'
import { LinkLabel } from './link-label.tsx'
import { LinkLine } from './link-line.tsx'

const useStyles = makeStyles({
  tree: { position: 'relative' },
  wide: { maxWidth: '100%', overflowX: 'auto' },
  lines: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  nodes: { margin: 0, padding: 0, listStyleType: 'none' },
  place: { position: 'absolute', width: `${NODE_WIDTH}px`, height: `${NODE_HEIGHT}px` },
  label: { position: 'absolute', fontSize: tokens.fontSizeBase200 },
})

/** One primary with all that follows it. */
export const TreePicture = memo(function TreePicture(
  props: CardActs & { readonly tree: TopologyNode; readonly availableWidth: number },
) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { availableWidth, ...acts } = props
  const tree = useUnchanged(props.tree)
  const placed = useMemo(() => layoutTree(tree, availableWidth), [tree, availableWidth])
  return (
    <div
      className={mergeClasses(styles.tree, placed.width > availableWidth && styles.wide)}
      style={{ width: placed.width, height: placed.height }}
    >
      <svg className={styles.lines} width={placed.width} height={placed.height} aria-hidden>
        {placed.nodes.map((node) =>
          node.into === null ? null : <Line key={node.name} node={node} into={node.into} />,
        )}
      </svg>
      <ul className={styles.nodes} aria-label={t('window.home.tree-of', { name: tree.name })}>
        {placed.nodes.map((node) => (
          <Node key={node.name} node={node} onWhy={acts.onWhy} onSuperseded={acts.onSuperseded} />
        ))}
      </ul>
    </div>
  )
})

const Line = memo(function Line(props: {
  readonly node: PlacedNode
  readonly into: NonNullable<PlacedNode['into']>
}) {
  const view = useInstance(props.node.name)
  return view === undefined ? null : <LinkLine link={props.node.link} status={view} into={props.into} />
})

const Node = memo(function Node(props: CardActs & { readonly node: PlacedNode }) {
  const styles = useStyles()
  const { node, ...acts } = props
  const view = useInstance(node.name)
  if (view === undefined) return null
  return (
    <li>
      {node.into === null ? null : (
        <div
          className={styles.label}
          style={{ left: node.into.labelX, top: node.into.labelY, width: node.into.labelWidth }}
        >
          <LinkLabel link={node.link} instance={view} />
        </div>
      )}
      <div className={styles.place} style={{ left: node.x, top: node.y }}>
        <InstanceCard instance={view} {...acts} />
      </div>
    </li>
  )
})
