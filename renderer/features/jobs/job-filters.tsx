import { Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useTranslator } from '../../language/translator.tsx'
import { type JobKind, jobKinds } from './choose-jobs.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

/** Which jobs are shown: by how they stand, and by instance. */
export function JobFilters(props: {
  readonly kind: JobKind
  readonly onKind: (kind: JobKind) => void
  readonly instance: string | null
  readonly instances: readonly string[]
  readonly onInstance: (instance: string | null) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { kind, instance, instances } = props
  const any = t('window.jobs.any')
  return (
    <div className={styles.filters}>
      <Field label={t('window.jobs.filter-state')}>
        <Dropdown
          value={t(`window.jobs.kinds.${kind}`)}
          selectedOptions={[kind]}
          onOptionSelect={(_event, { optionValue }) =>
            props.onKind(jobKinds.find((known) => known === optionValue) ?? 'all')
          }
        >
          {jobKinds.map((one) => (
            <Option key={one} value={one}>
              {t(`window.jobs.kinds.${one}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={t('window.jobs.filter-instance')}>
        <Dropdown
          value={instance ?? any}
          selectedOptions={[instance ?? '']}
          onOptionSelect={(_event, { optionValue = '' }) =>
            props.onInstance(optionValue === '' ? null : optionValue)
          }
        >
          <Option value="">{any}</Option>
          {instances.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </div>
  )
}
