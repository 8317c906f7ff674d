import { makeStyles, Spinner, Text, Title3, tokens } from '@fluentui/react-components'
import { useConnectionState } from '../api/use-api.ts'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
})

/** Before the first news from the program: that it is coming, or why it is not. */
export function Welcome() {
  const { t } = useTranslator()
  const styles = useStyles()
  const { kind } = useConnectionState()
  if (kind === 'wrong-key')
    return (
      <main className={styles.page}>
        <Title3 as="h1">{t('window.app.wrong-key')}</Title3>
        <Text>{t('window.app.wrong-key-hint')}</Text>
      </main>
    )
  return (
    <main className={styles.page}>
      <Spinner label={t(kind === 'lost' ? 'window.app.lost-message' : 'window.app.connecting')} />
    </main>
  )
}
