import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { TopologyNode } from '../../../../shared/model/topology.ts'
import { useTranslator } from '../../../language/translator.tsx'
import type { CardActs } from './instance-card.tsx'
import { TreePicture } from './tree-picture.tsx'
import { useWidth } from './use-width.ts'

const useStyles = makeStyles({
  trees: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
  },
})

/** Every primary with its standbys below it, the trees side by side. Laid out again only when its shape or room changes. */
export const TopologyPicture = memo(function TopologyPicture(
  props: CardActs & { readonly trees: readonly TopologyNode[] },
) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [ref, width] = useWidth<HTMLDivElement>()
  const { trees, ...acts } = props
  return (
    <div ref={ref} className={styles.trees} role="group" aria-label={t('window.home.picture-label')}>
      {width === null
        ? null
        : trees.map((tree) => <TreePicture key={tree.name} tree={tree} availableWidth={width} {...acts} />)}
    </div>
  )
})
