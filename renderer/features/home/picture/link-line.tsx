import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { InstanceStatus } from '../../../../shared/model/instance-status.ts'
import type { TopologyLink } from '../../../../shared/model/topology.ts'
import { FORCED_COLORS } from '../../../components/forced-colors.ts'
import type { PlacedLink } from './layout-tree.ts'
import { linkLook, type LinkLook } from './link-look.ts'

const useStyles = makeStyles({
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '2px',
    [FORCED_COLORS]: { stroke: 'CanvasText' },
  },
  arrow: {
    fill: tokens.colorNeutralStrokeAccessible,
    stroke: 'none',
    [FORCED_COLORS]: { fill: 'CanvasText' },
  },
  flowing: { stroke: tokens.colorBrandStroke1 },
  flowingArrow: { fill: tokens.colorBrandStroke1 },
  double: { strokeWidth: '7px' },
  /** Inside the thick line: makes two of it. */
  core: {
    fill: 'none',
    stroke: tokens.colorNeutralBackground2,
    strokeWidth: '3px',
    [FORCED_COLORS]: { stroke: 'Canvas' },
  },
  potential: { strokeDasharray: '10 4' },
  dashed: { strokeDasharray: '4 5' },
  dotted: { strokeDasharray: '1 5', strokeLinecap: 'round' },
  broken: { strokeDasharray: '8 4 2 4', stroke: tokens.colorStatusDangerForeground1 },
  brokenArrow: { fill: tokens.colorStatusDangerForeground1 },
})

type Style = keyof ReturnType<typeof useStyles>

const lines: Readonly<Record<LinkLook, readonly Style[]>> = {
  synchronous: ['flowing', 'double'],
  quorum: ['flowing', 'double'],
  potential: ['flowing', 'potential'],
  asynchronous: ['flowing'],
  waiting: ['broken'],
  down: ['dashed'],
  diverged: ['broken'],
  superseded: ['dotted'],
  orphan: ['dashed'],
  adrift: ['dotted'],
}

/** The line into a card: double where commits wait for it, plain where they don't, broken where nothing flows. */
export function LinkLine(props: {
  readonly link: TopologyLink
  readonly status: InstanceStatus
  readonly into: PlacedLink
}) {
  const styles = useStyles()
  const look = linkLook(props.link, props.status)
  const own = lines[look].map((style) => styles[style])
  const isDouble = lines[look].includes('double')
  const isBroken = lines[look].includes('broken')
  const isFlowing = lines[look].includes('flowing')
  return (
    <>
      <path className={mergeClasses(styles.line, ...own)} d={props.into.line} />
      {isDouble ? <path className={styles.core} d={props.into.line} /> : null}
      <path
        className={mergeClasses(
          styles.arrow,
          isFlowing && styles.flowingArrow,
          isBroken && styles.brokenArrow,
        )}
        d={props.into.arrow}
      />
    </>
  )
}
