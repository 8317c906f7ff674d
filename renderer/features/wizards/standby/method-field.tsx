import { Field, type FieldProps, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslator } from '../../../language/translator.tsx'
import { ChoiceLabel } from '../fields/choice-label.tsx'
import { type CloneMethod, cloneMethods } from './standby-form.ts'

/** How the files of the base backup are copied, each way with what it is good for. */
export function MethodField(props: {
  readonly value: CloneMethod
  readonly onChange: (method: CloneMethod) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const { t } = useTranslator()
  return (
    <Field label={t('window.wizards.standby.method')} {...props.check}>
      <RadioGroup
        value={props.value}
        onChange={(_event, { value }) =>
          props.onChange(cloneMethods.find((method) => method === value) ?? 'auto')
        }
      >
        {cloneMethods.map((method) => (
          <Radio
            key={method}
            value={method}
            label={
              <ChoiceLabel
                title={t(`window.wizards.standby.methods.${method}`)}
                hint={t(`window.wizards.standby.method-hints.${method}`)}
              />
            }
          />
        ))}
      </RadioGroup>
    </Field>
  )
}
