import { Button, type FieldProps, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Failure } from '../../../api/failure.ts'
import { sayFailure } from '../../../language/say-failure.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { TextField } from '../fields/text-field.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  field: { width: '100%' },
})

/** Asks for the superuser's password, which is tried when the person says so: a wrong one counts as an attempt. */
export function PasswordField(props: {
  readonly user: string
  readonly onTry: (password: string) => void
  readonly failure: Failure | null
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
}) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const [typed, setTyped] = useState('')
  const failed = props.failure === null ? null : sayFailure(props.failure, translator)
  const check =
    failed === null
      ? props.check
      : { validationState: 'error' as const, validationMessage: `${failed.message} ${failed.hint}` }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        props.onTry(typed)
      }}
    >
      <div className={styles.field}>
        <TextField
          type="password"
          label={t('window.wizards.adopt.password', { user: props.user })}
          hint={t('window.wizards.adopt.password-hint')}
          value={typed}
          onChange={setTyped}
          check={check}
        />
      </div>
      <Button type="submit" disabled={typed === ''}>
        {t('window.wizards.adopt.try-password')}
      </Button>
    </form>
  )
}
