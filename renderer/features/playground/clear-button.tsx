import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Failure, toFailure } from '../../api/failure.ts'
import { useApi } from '../../api/use-api.ts'
import { FailureMessage } from '../../components/failure-message.tsx'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Leaves no trace: drops the playground's database, and leaves the page. */
export function ClearButton(props: {
  readonly primary: string
  readonly standby: string
  readonly database: string
  readonly disabled: boolean
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { primary, standby, database } = props
  const clear = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.playground.clear({ primary, standby })
      navigate('/')
    } catch (error) {
      setFailure(toFailure(error))
      setBusy(false)
    }
  }
  return (
    <>
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div className={styles.foot}>
        <Text className={styles.quiet}>
          {t('window.playground.clear.about', { database, name: primary })}
        </Text>
        <Button size="small" disabled={props.disabled || busy} onClick={() => void clear()}>
          {t('window.playground.clear.button')}
        </Button>
      </div>
    </>
  )
}
