import { Field, Switch } from '@fluentui/react-components'

/** On or off, with a sentence on what on means. */
export function OnOff(props: {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled: boolean
}) {
  const { label, hint, checked, onChange, disabled } = props
  return (
    <Field hint={hint}>
      <Switch
        label={label}
        checked={checked}
        disabled={disabled}
        onChange={(_event, { checked: now }) => onChange(now)}
      />
    </Field>
  )
}
