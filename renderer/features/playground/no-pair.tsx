import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { LinkButton } from '../../components/link-button.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import type { ChosenPair } from './choose-pair.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** There is no pair to play with: why, and what leads to one. */
export function NoPair(props: { readonly chosen: Exclude<ChosenPair, { kind: 'pair' }> }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { chosen } = props
  const name = chosen.kind === 'gone' ? chosen.name : chosen.kind === 'none' ? '' : chosen.instance.name
  const upstream = (chosen.kind === 'adrift' ? chosen.instance.upstream : null) ?? t('window.app.unknown')
  return (
    <SectionCard title={t(`window.playground.no-pair.${chosen.kind}-title`, { name })}>
      <Text>{t(`window.playground.no-pair.${chosen.kind}`, { name, upstream })}</Text>
      <div className={styles.buttons}>
        {chosen.kind === 'promoted' ? (
          <LinkButton appearance="primary" href={`/do/standby/${name}`}>
            {t('window.replication.empty.make-standby', { name })}
          </LinkButton>
        ) : null}
        <LinkButton appearance={chosen.kind === 'promoted' ? 'secondary' : 'primary'} href="/">
          {t(chosen.kind === 'none' ? 'window.playground.no-pair.make' : 'window.app.go-home')}
        </LinkButton>
        <LinkButton href="/about-replication">{t('window.replication.empty.about')}</LinkButton>
      </div>
    </SectionCard>
  )
}
