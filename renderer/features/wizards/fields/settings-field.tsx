import { Button, Field, type FieldProps, Input, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useTranslator } from '../../../language/translator.tsx'
import type { SettingRow } from './field-values.ts'

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    width: '100%',
  },
  input: { minWidth: 0 },
})

/** Settings of postgresql.conf, one a row. */
export function SettingsField(props: {
  readonly rows: readonly SettingRow[]
  readonly onChange: (rows: readonly SettingRow[]) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { rows, onChange } = props
  const change = (at: number, part: Partial<SettingRow>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <Field
      label={t('window.wizards.fields.settings')}
      hint={t('window.wizards.fields.settings-hint')}
      {...props.check}
    >
      <div role="group" className={styles.rows}>
        {rows.map((row, index) => {
          const number = index + 1
          return (
            <div key={index} className={styles.row}>
              <Input
                className={styles.input}
                value={row.name}
                spellCheck={false}
                aria-label={t('window.wizards.fields.setting-name', { number })}
                placeholder={t('window.wizards.fields.setting-name-example')}
                onChange={(_event, { value: name }) => change(index, { name })}
              />
              <Input
                className={styles.input}
                value={row.value}
                spellCheck={false}
                aria-label={t('window.wizards.fields.setting-value', { number })}
                placeholder={t('window.wizards.fields.setting-value-example')}
                onChange={(_event, { value }) => change(index, { value })}
              />
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('window.wizards.fields.remove-setting', { number })}
                onClick={() => onChange(rows.filter((_row, at) => at !== index))}
              />
            </div>
          )
        })}
        <Button
          appearance="subtle"
          icon={<AddRegular />}
          onClick={() => onChange([...rows, { name: '', value: '' }])}
        >
          {t('window.wizards.fields.add-setting')}
        </Button>
      </div>
    </Field>
  )
}
