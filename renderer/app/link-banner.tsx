import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useTranslator } from '../language/translator.tsx'
import { useInstances } from '../stores/live-store.ts'

const LinkDialog = lazy(async () => ({
  default: (await import('../features/playground/link/link-dialog.tsx')).LinkDialog,
}))

/** On every page but the playground: that its adjustable link is still there, and the way to take it out. */
export function LinkBanner() {
  const { t } = useTranslator()
  const [location, navigate] = useLocation()
  const linked = useInstances().filter(({ entry }) => entry.link !== null)
  const [removing, setRemoving] = useState<string | null>(null)
  const focusReturns = useRestoreFocusTarget()
  if (location.startsWith('/playground')) return null
  return (
    <>
      {linked.map(({ name, upstream }) => (
        <MessageBar key={name} intent="warning">
          <MessageBarBody>
            {t('window.playground.link.banner', {
              standby: name,
              upstream: upstream ?? t('window.app.unknown'),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button {...focusReturns} size="small" onClick={() => setRemoving(name)}>
              {t('window.playground.link.banner-take-out')}
            </Button>
            <Button size="small" onClick={() => navigate(`/playground/${name}`)}>
              {t('window.playground.link.banner-open')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
      {removing === null ? null : (
        <Suspense>
          <LinkDialog standby={removing} kind="remove" onClose={() => setRemoving(null)} />
        </Suspense>
      )}
    </>
  )
}
