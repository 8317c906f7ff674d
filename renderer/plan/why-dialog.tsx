import { makeStyles, Spinner } from '@fluentui/react-components'
import { describeEvidence } from '../../shared/i18n/describe-evidence.ts'
import { evidence as sentences } from '../../shared/i18n/en/evidence.ts'
import { useReading } from '../api/use-reading.ts'
import { DataTable } from '../components/data-table.tsx'
import { DialogFrame } from '../components/dialog-frame.tsx'
import { FailureMessage } from '../components/failure-message.tsx'
import { formatTime } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'
import { useInstance } from '../stores/live-store.ts'
import { sayField } from './say-field.ts'

const useStyles = makeStyles({ at: { whiteSpace: 'nowrap' } })

/** Why an instance is shown as it is: each field with its value, what it was read from, and when. */
export function WhyDialog(props: { readonly name: string; readonly onClose: () => void }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t, language } = translator
  const { name } = props
  const view = useInstance(name)
  const { value, failure, reload } = useReading(
    `why ${name} ${view?.state ?? ''} ${view?.role ?? ''} ${view?.upstream ?? ''}`,
    (api, signal) => api.instances.evidence({ name }, { signal }),
  )
  return (
    <DialogFrame title={t('window.app.why-title', { name })} wide onClose={props.onClose}>
      {failure !== undefined ? (
        <FailureMessage failure={failure} onRetry={reload} />
      ) : value === undefined ? (
        <Spinner label={t('window.app.loading')} />
      ) : (
        <DataTable
          label={t('window.app.why-title', { name })}
          columns={(['field', 'value', 'source', 'at'] as const).map((column) =>
            t(`window.app.why-${column}`),
          )}
          rows={Object.entries(value).map(([field, found]) => [
            isField(field) ? t(`evidence.fields.${field}`) : field,
            sayField(view, field, translator),
            describeEvidence(found, translator),
            <span key="at" className={styles.at}>
              {formatTime(found.at, language)}
            </span>,
          ])}
        />
      )}
    </DialogFrame>
  )
}

const isField = (field: string): field is keyof typeof sentences.fields => field in sentences.fields
