import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { allowedActions } from '../../../shared/model/actions.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { LinkButton } from '../../components/link-button.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import type { Chosen } from './choose-upstream.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** There is no stream to show: why, and what leads to one. */
export function NothingStreams(props: { readonly chosen: Exclude<Chosen, { kind: 'upstream' }> }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { chosen } = props
  return (
    <SectionCard title={t('window.replication.empty.title')}>
      <Text>{sentence(chosen, t)}</Text>
      <div className={styles.buttons}>
        {chosen.kind === 'alone' && canHaveStandby(chosen.instance) ? (
          <LinkButton appearance="primary" href={`/do/standby/${chosen.instance.name}`}>
            {t('window.replication.empty.make-standby', { name: chosen.instance.name })}
          </LinkButton>
        ) : (
          <LinkButton appearance="primary" href="/">
            {t('window.app.go-home')}
          </LinkButton>
        )}
        <LinkButton href="/about-replication">{t('window.replication.empty.about')}</LinkButton>
      </div>
    </SectionCard>
  )
}

const canHaveStandby = (instance: InstanceView): boolean =>
  allowedActions(instance, { superseded: instance.entry.supersededBy !== null }).includes('clone')

function sentence(
  chosen: Exclude<Chosen, { kind: 'upstream' }>,
  t: ReturnType<typeof useTranslator>['t'],
): string {
  switch (chosen.kind) {
    case 'none':
      return t('window.replication.empty.none')
    case 'gone':
      return t('window.replication.empty.gone', { name: chosen.name })
    case 'alone': {
      const { name, role, upstream, entry } = chosen.instance
      if (entry.supersededBy !== null)
        return t('window.replication.empty.superseded', { name, successor: entry.supersededBy })
      return role === 'standby'
        ? t('window.replication.empty.adrift', { name, upstream: upstream ?? t('window.app.unknown') })
        : t('window.replication.empty.alone', { name })
    }
  }
}
