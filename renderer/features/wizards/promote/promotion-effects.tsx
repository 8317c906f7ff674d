import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance, useInstances } from '../../../stores/live-store.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
  },
})

/** What becomes of each instance around the one that is promoted. */
export function PromotionEffects(props: { readonly name: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name } = props
  const upstream = useInstance(name)?.upstream ?? null
  const instances = useInstances()
  const below = instances.filter((view) => view.upstream === name)
  const beside = instances.filter(
    (view) => upstream !== null && view.upstream === upstream && view.name !== name,
  )
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{t('window.wizardsReplication.promote.effects')}</Subtitle2>
      <ul className={styles.list}>
        <li>{t('window.wizardsReplication.promote.effect-self', { name })}</li>
        {upstream === null ? null : (
          <li>{t('window.wizardsReplication.promote.effect-old', { upstream, name })}</li>
        )}
        {beside.map((other) => (
          <li key={other.name}>
            {t('window.wizardsReplication.promote.effect-beside', {
              other: other.name,
              name,
              upstream: upstream ?? '',
            })}
          </li>
        ))}
        {below.map((other) => (
          <li key={other.name}>
            {t('window.wizardsReplication.promote.effect-below', { other: other.name, name })}
          </li>
        ))}
      </ul>
    </section>
  )
}
