import { makeStyles, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { useTranslator } from '../../language/translator.tsx'
import { FindingBar } from '../../plan/finding-bar.tsx'

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalS } })

/** What is wrong with an instance, what to do, and the plan that mends it where there is one. */
export function Findings(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { findings } = props.instance
  if (findings.length === 0) return null
  return (
    <section className={styles.list} aria-label={t('window.instance.findings')}>
      {findings.map((finding, index) => (
        <FindingBar key={`${finding.code} ${index}`} finding={finding} />
      ))}
    </section>
  )
}
