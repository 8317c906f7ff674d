import { Field, Radio, RadioGroup } from '@fluentui/react-components'

/** One of a few, all in sight. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly say: (choice: T) => string
  readonly onChange: (choice: T) => void
  readonly disabled?: boolean
}) {
  const { label, value, choices, say, onChange, disabled = false } = props
  return (
    <Field label={label}>
      <RadioGroup
        value={value}
        disabled={disabled}
        onChange={(_event, { value: chosen }) => {
          const choice = choices.find((one) => one === chosen)
          if (choice !== undefined) onChange(choice)
        }}
      >
        {choices.map((choice) => (
          <Radio key={choice} value={choice} label={say(choice)} />
        ))}
      </RadioGroup>
    </Field>
  )
}
