import { makeStyles, Spinner, Subtitle2, Switch, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ConnectionString } from '../../../../shared/model/readings.ts'
import { useReading } from '../../../api/use-reading.ts'
import { CommandBlock } from '../../../components/command-block.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM },
  one: { display: 'grid', gap: tokens.spacingVerticalXXS },
  explanation: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
})

const isMultiHost = ({ id }: ConnectionString): boolean => id.startsWith('multi-host')

/** How programs connect to an instance, and to a pair as one; the password only when asked for. */
export function ConnectionStringsCard(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [showPassword, setShowPassword] = useState(false)
  const { name, port, state, role } = props.instance
  const { value, failure, reload } = useReading(
    `strings ${name} ${showPassword} ${port ?? ''} ${state} ${role}`,
    (api, signal) => api.instances.connectionStrings({ name, showPassword }, { signal }),
  )
  const { value: installations } = useReading('installations', (api, signal) =>
    api.installations.list(undefined, { signal }),
  )
  const own = installations?.find(({ binDir }) => binDir === props.instance.entry.binDir)
  const single = value?.strings.filter((one) => !isMultiHost(one)) ?? []
  const multi = value?.strings.filter(isMultiHost) ?? []
  return (
    <SectionCard
      title={t('window.instance.strings.title')}
      actions={
        value?.hasPassword === true ? (
          <Switch
            checked={showPassword}
            label={t('window.instance.strings.show-password')}
            onChange={(_event, { checked }) => setShowPassword(checked)}
          />
        ) : null
      }
    >
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {value === undefined && failure === undefined ? <Spinner label={t('window.app.loading')} /> : null}
      {own === undefined || own.tools.includes('psql') ? null : (
        <Text className={styles.explanation}>{t('window.instance.strings.no-psql')}</Text>
      )}
      <Strings strings={single} />
      {multi.length === 0 ? null : (
        <>
          <Subtitle2 as="h3">{t('window.instance.strings.multi-title')}</Subtitle2>
          <Text className={styles.explanation}>{t('window.instance.strings.multi-explained')}</Text>
          <Strings strings={multi} />
        </>
      )}
    </SectionCard>
  )
}

function Strings(props: { readonly strings: readonly ConnectionString[] }) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <div className={styles.list}>
      {props.strings.map(({ id, text }) => {
        const label = t(`window.instance.strings.ids.${id}`)
        return (
          <div key={id} className={styles.one}>
            <Text weight="semibold">{label}</Text>
            <CommandBlock text={text} copyLabel={t('window.instance.paths.copy', { what: label })} />
          </div>
        )
      })}
    </div>
  )
}
