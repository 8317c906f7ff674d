import { Button, Spinner, Text } from '@fluentui/react-components'
import { useLocation } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { RecoveryReading } from '../../../../shared/model/readings.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { FilePart } from './file-part.tsx'
import { SettingsTable } from './settings-table.tsx'

/** How an instance recovers, in the way of its version, and the wizard that changes it. */
export function StandbySettings(props: { readonly instance: InstanceView }) {
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  const { instance } = props
  const { name, state, role } = instance
  const { value, failure, reload } = useReading(`recovery ${name} ${state} ${role}`, (api, signal) =>
    api.instances.recovery({ name }, { signal }),
  )
  return (
    <>
      <SectionCard
        title={t('window.instance.recovery.title')}
        actions={
          <Button appearance="primary" onClick={() => navigate(`/do/recovery/${name}`)}>
            {t('window.instance.recovery.change')}
          </Button>
        }
      >
        {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
        {value === undefined ? (
          failure === undefined ? (
            <Spinner label={t('window.app.loading')} />
          ) : null
        ) : (
          <Reading reading={value} instance={instance} />
        )}
      </SectionCard>
      {value?.kind === 'recovery.conf' && value.text !== null ? (
        <FilePart instance={instance} file="recovery.conf" />
      ) : null}
    </>
  )
}

function Reading(props: { readonly reading: RecoveryReading; readonly instance: InstanceView }) {
  const { t } = useTranslator()
  const { reading, instance } = props
  if (reading.kind === 'recovery.conf')
    return (
      <Text>
        {t(reading.text === null ? 'window.instance.recovery.no-file' : 'window.instance.recovery.by-file', {
          file: reading.file,
        })}
      </Text>
    )
  const { standbySignal, recoverySignal, settings } = reading
  const present = (is: boolean): string =>
    t(is ? 'window.instance.recovery.present' : 'window.instance.recovery.absent')
  return (
    <>
      <Text>
        {t(
          standbySignal
            ? 'window.instance.recovery.starts-as-standby'
            : recoverySignal
              ? 'window.instance.recovery.starts-recovering'
              : 'window.instance.recovery.starts-as-primary',
        )}
      </Text>
      <Properties
        items={[
          { term: 'standby.signal', value: present(standbySignal) },
          { term: 'recovery.signal', value: present(recoverySignal) },
        ]}
      />
      <SettingsTable settings={settings} running={instance.state === 'running'} />
    </>
  )
}
