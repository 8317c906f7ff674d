import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useConnectionState } from '../api/use-api.ts'
import { useTranslator } from '../language/translator.tsx'
import { useLive } from '../stores/live-store.ts'
import { LinkBanner } from './link-banner.tsx'

/** The core speaks at least every two seconds. */
const OUT_OF_DATE_MS = 6000

/** What one must know on every page: that it is out of date, or that a job was left unfinished. */
export function Banners() {
  const { t, language } = useTranslator()
  const [location, navigate] = useLocation()
  const connection = useConnectionState()
  const heardAtMs = useLive((slice) => slice.heardAtMs)
  const unfinished = useLive(
    ({ live }) => live?.jobs.filter(({ state }) => state === 'failed' || state === 'interrupted').length ?? 0,
  )
  const silent = useSilence(heardAtMs)
  const at = heardAtMs === null ? '' : new Date(heardAtMs).toLocaleTimeString(language)
  return (
    <div aria-live="polite">
      {connection.kind === 'lost' ? (
        <MessageBar intent="error">
          <MessageBarBody>{t('window.app.connection-lost', { at })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {connection.kind === 'wrong-key' ? (
        <MessageBar intent="error">
          <MessageBarBody>
            {t('window.app.wrong-key')} {t('window.app.wrong-key-hint')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {connection.kind === 'open' && silent ? (
        <MessageBar intent="warning">
          <MessageBarBody>{t('window.app.out-of-date', { at })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {unfinished > 0 && !location.startsWith('/jobs') ? (
        <MessageBar intent="warning">
          <MessageBarBody>{t('window.app.unfinished-jobs', { count: unfinished })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => navigate('/jobs')}>
              {t('window.app.show-jobs')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      <LinkBanner />
    </div>
  )
}

/** True once nothing was heard for too long. */
function useSilence(heardAtMs: number | null): boolean {
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    setSilent(false)
    const timer = window.setTimeout(() => setSilent(true), OUT_OF_DATE_MS)
    return () => window.clearTimeout(timer)
  }, [heardAtMs])
  return silent
}
