import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { TopologyNode } from '../../../shared/model/topology.ts'
import { useTranslator } from '../../language/translator.tsx'
import { useInstance } from '../../stores/live-store.ts'
import { InstanceCells } from './instance-cells.tsx'
import type { CardActs } from './picture/instance-card.tsx'
import { LinkLabel } from './picture/link-label.tsx'

const useStyles = makeStyles({
  region: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    width: '100%',
    minWidth: '900px',
    fontSize: tokens.fontSizeBase300,
  },
  head: {
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
  },
  narrow: { width: '88px' },
  middle: { width: '136px' },
  wide: { width: '190px' },
  lag: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, height: '48px' },
})

const columns = ['name', 'role', 'port', 'state', 'version', 'upstream', 'actions', 'lag'] as const

/** The same as the picture, row by row: each instance before what follows it. */
export const InstanceList = memo(function InstanceList(
  props: CardActs & { readonly trees: readonly TopologyNode[] },
) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { trees, onWhy, onSuperseded } = props
  const widths: Partial<Record<(typeof columns)[number], string>> = {
    role: styles.narrow,
    port: styles.narrow,
    state: styles.middle,
    version: styles.narrow,
    actions: styles.narrow,
    lag: styles.wide,
  }
  return (
    <div className={styles.region} role="region" aria-label={t('window.home.list-label')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.head, widths[column])}>
                {t(`window.home.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trees.flatMap(flatten).map((node) => (
            <Row key={node.name} node={node} onWhy={onWhy} onSuperseded={onSuperseded} />
          ))}
        </tbody>
      </table>
    </div>
  )
})

const flatten = (node: TopologyNode): readonly TopologyNode[] => [node, ...node.standbys.flatMap(flatten)]

/** What moves with every poll is the last cell; the others are drawn again only when they change. */
const Row = memo(function Row(props: CardActs & { readonly node: TopologyNode }) {
  const styles = useStyles()
  const { node, ...acts } = props
  const view = useInstance(node.name)
  if (view === undefined) return null
  return (
    <tr className={styles.row}>
      <InstanceCells instance={view} {...acts} />
      <td className={styles.lag}>
        {node.link === 'root' ? null : <LinkLabel link={node.link} instance={view} />}
      </td>
    </tr>
  )
})
