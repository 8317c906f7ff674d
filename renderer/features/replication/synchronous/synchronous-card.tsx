import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ReplicationDetails } from '../../../../shared/model/replication.ts'
import { HelpTip } from '../../../components/help-tip.tsx'
import { LinkButton } from '../../../components/link-button.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { rowOf } from '../row-of.ts'
import { whySynchronous } from './why-synchronous.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  standby: { display: 'grid', gap: tokens.spacingVerticalXXS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** Whether commits wait for standbys, for which of them, and why. */
export function SynchronousCard(props: {
  readonly upstream: InstanceView
  readonly standbys: readonly InstanceView[]
  readonly details: ReplicationDetails
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { upstream, standbys, details } = props
  const code = (text: string | null) => (
    <span className={styles.code}>
      {text === null ? t('window.app.unknown') : text === '' ? t('window.instance.none') : text}
    </span>
  )
  const setting = (name: 'synchronous_standby_names' | 'synchronous_commit') => (
    <HelpTip term={name} explanation={t(`window.replication.synchronous.settings.${name}`)} />
  )
  return (
    <SectionCard title={t('window.replication.synchronous.title')}>
      {upstream.role === 'standby' ? <Text>{t('window.replication.synchronous.cascade')}</Text> : null}
      <Properties
        items={[
          { term: setting('synchronous_standby_names'), value: code(details.synchronousStandbyNames) },
          { term: setting('synchronous_commit'), value: code(details.synchronousCommit) },
        ]}
      />
      <ul className={styles.list}>
        {standbys.map((standby) => {
          const row = rowOf(standby.name, upstream, details)
          const reason = whySynchronous(row, details)
          return (
            <li key={standby.name} className={styles.standby}>
              <span className={styles.head}>
                <Text weight="semibold">{standby.name}</Text>
                {row?.syncState == null ? null : (
                  <Badge appearance="tint" color={row.syncState === 'async' ? 'informative' : 'brand'}>
                    {row.syncState}
                  </Badge>
                )}
                {standby.role === 'standby' && upstream.role === 'primary' ? (
                  <LinkButton size="small" href={`/do/synchronous/${standby.name}`}>
                    {t('window.replication.synchronous.change', { name: standby.name })}
                  </LinkButton>
                ) : null}
              </span>
              <Text>
                {t(`window.replication.synchronous.reasons.${reason}`, {
                  name: standby.name,
                  upstream: upstream.name,
                })}
              </Text>
            </li>
          )
        })}
      </ul>
    </SectionCard>
  )
}
