import {
  Dropdown,
  Field,
  type FieldProps,
  Link as FluentLink,
  makeStyles,
  Option,
  tokens,
} from '@fluentui/react-components'
import { Link } from 'wouter'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  version: { display: 'grid', justifyItems: 'stretch', gap: tokens.spacingVerticalXS },
  more: { minHeight: '24px', width: 'fit-content', fontSize: tokens.fontSizeBase200 },
})

/** Which of the installed PostgreSQL versions runs a new instance: the folder of its programs, or empty for the newest. */
export function VersionField(props: {
  readonly value: string
  readonly onChange: (binDir: string) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const {
    value: found,
    failure,
    reload,
  } = useReading('installations', (api, signal) => api.installations.list(undefined, { signal }))
  const newest = t('window.wizards.fields.version-newest')
  const chosen = found?.find(({ binDir }) => binDir === props.value)
  const say = ({ version, binDir }: { readonly version: string; readonly binDir: string }): string =>
    t('window.wizards.fields.version-item', { version, binDir })
  return (
    <div className={styles.version}>
      <Field label={t('window.wizards.fields.version')} {...props.check}>
        <Dropdown
          value={chosen === undefined ? newest : say(chosen)}
          selectedOptions={[props.value]}
          onOptionSelect={(_event, { optionValue }) => props.onChange(optionValue ?? '')}
        >
          <Option value="">{newest}</Option>
          {(found ?? []).map((installation) => (
            <Option key={installation.binDir} value={installation.binDir}>
              {say(installation)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Link href="/settings/postgresql" asChild>
        <FluentLink className={styles.more}>{t('window.wizards.fields.version-more')}</FluentLink>
      </Link>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
    </div>
  )
}
