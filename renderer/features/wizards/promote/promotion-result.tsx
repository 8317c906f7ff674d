import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance, useInstances } from '../../../stores/live-store.ts'
import { NextSteps } from '../frame/next-steps.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** What the promoted one is now, what its old primary is, and what can be done with that. */
export function PromotionResult(props: { readonly name: string; readonly old: string | null }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name } = props
  const old = useInstance(props.old ?? '')
  const left = useInstances().filter((view) => view.upstream === props.old && view.name !== name)
  const isSuperseded = old?.entry.supersededBy === name
  return (
    <NextSteps
      result={t('window.wizardsReplication.promote.done', { name })}
      steps={[
        {
          label: t('window.wizardsReplication.promote.new-strings'),
          path: `/instance/${name}/overview`,
        },
        { label: t('window.wizardsReplication.promote.new-standby', { name }), path: `/do/standby/${name}` },
        ...(isSuperseded
          ? [
              {
                label: t('window.wizardsReplication.promote.remove-old', { old: old.name }),
                path: `/do/remove/${old.name}`,
              },
            ]
          : []),
      ]}
    >
      {old === undefined ? null : (
        <section className={styles.section}>
          <div className={styles.row}>
            <Subtitle2 as="h2">
              {t('window.wizardsReplication.promote.old-title', { old: old.name })}
            </Subtitle2>
            <StateBadge state={old.state} />
          </div>
          <Text>
            {t(
              isSuperseded
                ? old.state === 'running'
                  ? 'window.wizardsReplication.promote.old-running'
                  : 'window.wizardsReplication.promote.old-down'
                : 'window.wizardsReplication.promote.old-standby',
              { old: old.name, name },
            )}
          </Text>
          {isSuperseded ? (
            <Text>{t('window.wizardsReplication.promote.old-what', { old: old.name, name })}</Text>
          ) : null}
          {left.map((other) => (
            <Text key={other.name}>
              {t('window.wizardsReplication.promote.effect-beside', {
                other: other.name,
                name,
                upstream: old.name,
              })}
            </Text>
          ))}
        </section>
      )}
    </NextSteps>
  )
}
