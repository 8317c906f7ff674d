import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi, useSession } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PathLine } from '../../../paths/path-line.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: '40vh',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** What a report of a problem should hold: to look through, and to copy. */
export function Report() {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const { folders } = useSession()
  const [shown, setShown] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const withText = async (use: (text: string) => void | Promise<void>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    setCopied(false)
    try {
      const { text } = await api.session.diagnostics()
      await use(text)
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const copy = (): Promise<void> =>
    withText(async (text) => {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    })
  const logs = t('window.settings.report-logs')
  return (
    <SectionCard title={t('window.settings.report-title')}>
      <Text>{t('window.settings.report-lead')}</Text>
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<CopyRegular />} disabled={busy} onClick={() => void copy()}>
          {t('window.settings.report-copy')}
        </Button>
        <Button disabled={busy} onClick={() => (shown === null ? void withText(setShown) : setShown(null))}>
          {t(shown === null ? 'window.settings.report-show' : 'window.settings.report-hide')}
        </Button>
        {busy ? <Spinner size="tiny" label={t('window.app.loading')} /> : null}
      </div>
      <div role="status">
        {copied ? (
          <MessageBar intent="success">
            <MessageBarBody>{t('window.settings.report-copied')}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {shown === null ? null : (
        <pre className={styles.text} role="region" aria-label={t('window.settings.report-text')} tabIndex={0}>
          {shown}
        </pre>
      )}
      <Properties items={[{ term: logs, value: <PathLine label={logs} path={folders.logs} /> }]} />
    </SectionCard>
  )
}
