import { Dropdown, Field, type FieldProps, Option } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useTranslator } from '../../../language/translator.tsx'

/** What a standby is made of: those that can be copied now; one that was named stays, so that it is said why it cannot. */
export function SourceField(props: {
  readonly sources: readonly InstanceView[]
  readonly value: string
  readonly onChange: (name: string) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const { t } = useTranslator()
  const { sources, value } = props
  const say = ({ name, role, port }: InstanceView): string =>
    t('window.wizards.standby.source-item', {
      name,
      role: t(`window.app.roles.${role}`),
      port: port === null ? t('window.app.unknown') : String(port),
    })
  const chosen = sources.find(({ name }) => name === value)
  return (
    <Field
      required
      label={t('window.wizards.standby.source')}
      hint={t('window.wizards.standby.source-hint')}
      {...props.check}
    >
      <Dropdown
        placeholder={t('window.wizards.standby.source-choose')}
        value={chosen === undefined ? value : say(chosen)}
        selectedOptions={[value]}
        onOptionSelect={(_event, { optionValue }) => props.onChange(optionValue ?? '')}
      >
        {sources.map((source) => (
          <Option key={source.name} value={source.name}>
            {say(source)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
