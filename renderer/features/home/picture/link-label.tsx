import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { TopologyLink } from '../../../../shared/model/topology.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { sayLag } from '../say-lag.ts'
import { isStreaming, linkLook } from './link-look.ts'

const useStyles = makeStyles({
  line: { display: 'block', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  lag: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** What is said of the line into a card: its kind, and the lag or why there is none. */
export function LinkLabel(props: { readonly link: TopologyLink; readonly instance: InstanceView }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const { instance } = props
  const look = linkLook(props.link, instance)
  const params = {
    upstream: instance.upstream ?? '',
    successor: instance.entry.supersededBy ?? '',
  }
  const more =
    look === 'diverged' || look === 'superseded' || look === 'orphan'
      ? t(`window.home.links.${look}-more`, params)
      : isStreaming(look)
        ? sayLag(instance, translator)
        : ''
  return (
    <>
      <span className={styles.line}>{t(`window.home.links.${look}`, params)}</span>
      <span className={mergeClasses(styles.line, styles.lag)}>{more}</span>
    </>
  )
}
