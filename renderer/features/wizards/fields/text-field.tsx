import { Field, type FieldProps, Input, type InputProps, type LabelProps } from '@fluentui/react-components'
import { HelpTip } from '../../../components/help-tip.tsx'

export interface TextFieldProps {
  readonly label: string
  /** Explains the word on the label. */
  readonly help?: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Of `FormChecks.at`. */
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
  readonly placeholder?: string
  readonly required?: boolean
  readonly type?: 'text' | 'password'
  readonly inputMode?: InputProps['inputMode']
  readonly after?: InputProps['contentAfter']
}

/** A line of text with its label, hint and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, help, hint, value, onChange, check, after, ...input } = props
  const own = { ...check, ...(hint === undefined ? {} : { hint }), label: labelled(label, help) }
  return (
    <Field {...own} {...(props.required === true ? { required: true } : {})}>
      <Input
        {...input}
        value={value}
        autoComplete="off"
        spellCheck={false}
        contentAfter={after ?? null}
        onChange={(_event, { value: typed }) => onChange(typed)}
      />
    </Field>
  )
}

/** For a Fluent `Field`: a label with an explanation at hand, tied to its control. */
export const labelled = (label: string, help?: string): NonNullable<FieldProps['label']> =>
  help === undefined
    ? label
    : {
        children: (_: unknown, slotProps: LabelProps) => (
          <HelpTip label={slotProps} term={label} explanation={help} />
        ),
      }
