import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { TextField } from '../fields/text-field.tsx'

const useStyles = makeStyles({
  keeper: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
  said: { whiteSpace: 'normal' },
})

/** Why no password is written into settings, and the place where it is kept instead. */
export function PasswordKeeper(props: {
  readonly name: string
  readonly user: string
  readonly passfile: string
  /** Keywords of the present connection string that hold a secret. */
  readonly secrets: readonly string[]
  readonly onKept: () => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const [password, setPassword] = useState('')
  const [kept, setKept] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { name, user, passfile, secrets } = props
  const keep = async (): Promise<void> => {
    setFailure(null)
    try {
      await api.operations.storePassword({ name, user, password })
      setPassword('')
      setKept(true)
      props.onKept()
    } catch (error) {
      setFailure(toFailure(error))
    }
  }
  return (
    <div className={styles.keeper}>
      {secrets.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.said}>
            {t('window.wizardsReplication.settings.has-password', { keywords: secrets.join(', ') })}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.row}>
        <TextField
          label={t('window.wizardsReplication.settings.password', { user })}
          help={t('window.wizardsReplication.settings.password-help', { passfile })}
          type="password"
          value={password}
          onChange={setPassword}
          check={{}}
        />
        <Button disabled={password === ''} onClick={() => void keep()}>
          {t('window.wizardsReplication.settings.keep-password')}
        </Button>
      </div>
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div role="status">
        {kept ? (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody className={styles.said}>
              {t('window.wizardsReplication.settings.password-kept', { user, passfile })}
            </MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
    </div>
  )
}
