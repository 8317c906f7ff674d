import { Checkbox, Field, type FieldProps } from '@fluentui/react-components'
import { ChoiceLabel } from './choice-label.tsx'

/** Yes or no, with a sentence on what yes means. */
export function ChoiceBox(props: {
  readonly title: string
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const { title, hint, checked, onChange, check } = props
  return (
    <Field {...check}>
      <Checkbox
        label={<ChoiceLabel title={title} hint={hint} />}
        checked={checked}
        onChange={(_event, { checked: now }) => onChange(now === true)}
      />
    </Field>
  )
}
