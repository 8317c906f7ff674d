import { MessageBar, MessageBarBody, MessageBarTitle, Spinner, Text } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useReading } from '../../../api/use-reading.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useScratch } from '../../../stores/scratch-store.ts'
import { splitRule } from './split-rule.ts'

/** Who is let in, rule by rule, and what is wrong with the rules. */
export function HbaRules(props: { readonly instance: InstanceView }) {
  const { t, text } = useTranslator()
  const { name, state } = props.instance
  // A file that was saved is read anew.
  const drafts = useScratch(({ files }) => Object.keys(files).length)
  const { value, failure, reload } = useReading(`hba ${name} ${state} ${drafts}`, (api, signal) =>
    api.instances.hba({ name }, { signal }),
  )
  return (
    <SectionCard title={t('window.instance.hba.title')}>
      <Text>{t('window.instance.hba.about')}</Text>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {value === undefined && failure === undefined ? <Spinner label={t('window.app.loading')} /> : null}
      {value?.problems.map(({ message, hint }, index) => (
        <MessageBar key={index} intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text(message)}</MessageBarTitle> {text(hint)}
          </MessageBarBody>
        </MessageBar>
      ))}
      {value === undefined ? null : value.rules.length === 0 ? (
        <Text>{t('window.instance.hba.none')}</Text>
      ) : (
        <DataTable
          label={t('window.instance.hba.table')}
          code
          columns={[
            t('window.instance.hba.line'),
            t('window.instance.hba.type'),
            t('window.instance.hba.database'),
            t('window.instance.hba.user'),
            t('window.instance.hba.address'),
            t('window.instance.hba.method'),
          ]}
          rows={value.rules.map(({ line, text }) => {
            const { type, database, user, address, method } = splitRule(text)
            return [line, type, database, user, address, method]
          })}
        />
      )}
    </SectionCard>
  )
}
