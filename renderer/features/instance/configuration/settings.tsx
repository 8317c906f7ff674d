import {
  Button,
  Field,
  Input,
  makeStyles,
  SearchBox,
  Spinner,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useDeferredValue, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanDialog } from '../../../plan/plan-dialog.tsx'
import { findSettings } from './find-settings.ts'
import { ConfProblems } from './conf-problems.tsx'
import type { SettingChange } from './setting-change.ts'
import { SettingsTable } from './settings-table.tsx'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'flex-end' },
  find: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  search: { flexGrow: 1, maxWidth: '360px' },
})

/** The settings of an instance, to search and to change one at a time. */
export function Settings(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name, state } = props.instance
  const { value, failure, reload } = useReading(`config ${name} ${state}`, (api, signal) =>
    api.instances.config({ name }, { signal }),
  )
  const [search, setSearch] = useState('')
  const [change, setChange] = useState<SettingChange | null>(null)
  const found = findSettings(value?.settings ?? [], useDeferredValue(search))
  return (
    <SectionCard title={t('window.instance.configuration.settings')}>
      <Text>{t('window.instance.configuration.settings-about')}</Text>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {value === undefined ? (
        failure === undefined ? (
          <Spinner label={t('window.app.loading')} />
        ) : null
      ) : (
        <>
          <ConfProblems problems={value.problems} />
          <div className={styles.find}>
            <SearchBox
              className={styles.search}
              aria-label={t('window.instance.configuration.search')}
              placeholder={t('window.instance.configuration.search')}
              dismiss={{ 'aria-label': t('window.app.clear') }}
              value={search}
              onChange={(_event, data) => setSearch(data.value)}
            />
            <Text role="status">{t('window.instance.configuration.found', { count: found.length })}</Text>
          </div>
          <SettingsTable settings={found} running={state === 'running'} onChange={setChange} />
          <AnotherSetting onChange={setChange} />
        </>
      )}
      {change === null ? null : (
        <PlanDialog
          title={t('window.instance.configuration.change-of', { setting: change.name })}
          request={{ operation: 'config', params: { name, settings: { [change.name]: change.value } } }}
          runLabel={t('window.instance.configuration.change')}
          unfolded
          onDone={reload}
          onClose={() => {
            setChange(null)
            reload()
          }}
        />
      )}
    </SectionCard>
  )
}

/** For what no file sets yet. */
function AnotherSetting(props: { readonly onChange: (change: SettingChange) => void }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const focusReturns = useRestoreFocusTarget()
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault()
        props.onChange({ name: name.trim(), value })
      }}
    >
      <Field label={t('window.instance.configuration.another')}>
        <Input value={name} onChange={(_event, data) => setName(data.value)} placeholder="work_mem" />
      </Field>
      <Field label={t('window.instance.configuration.value')}>
        <Input value={value} onChange={(_event, data) => setValue(data.value)} placeholder="16MB" />
      </Field>
      <Button {...focusReturns} type="submit" disabled={name.trim() === '' || value === ''}>
        {t('window.instance.configuration.change-ellipsis')}
      </Button>
    </form>
  )
}
