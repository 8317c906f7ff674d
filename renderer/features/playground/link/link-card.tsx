import {
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { LinkControls } from './link-controls.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { type LinkSettings, useLink } from './use-link.ts'

/** The adjustable link between a standby and its upstream: put in, adjusted, taken out. */
export function LinkCard(props: { readonly standby: InstanceView; readonly onWorsened: () => void }) {
  const { t } = useTranslator()
  const { standby, onWorsened } = props
  const { name, upstream } = standby
  const isThere = standby.entry.link !== null
  const [asking, setAsking] = useState<'insert' | 'remove' | null>(null)
  const { link, failure, adjust } = useLink(name, isThere)
  const focusReturns = useRestoreFocusTarget()
  const change = (settings: LinkSettings): void => {
    adjust(settings)
    if (settings.delayMs > 0 || settings.cut || settings.bytesPerSecond !== null) onWorsened()
  }
  return (
    <SectionCard
      title={t('window.playground.link.title')}
      actions={
        isThere ? (
          <Button {...focusReturns} onClick={() => setAsking('remove')}>
            {t('window.playground.link.take-out')}
          </Button>
        ) : null
      }
    >
      <Text>
        {t('window.playground.link.about', { standby: name, upstream: upstream ?? t('window.app.unknown') })}
      </Text>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {!isThere ? (
        <div>
          <Button {...focusReturns} onClick={() => setAsking('insert')}>
            {t('window.playground.link.put-in')}
          </Button>
        </div>
      ) : link === undefined ? (
        <Spinner size="tiny" label={t('window.app.loading')} />
      ) : link === null ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('window.playground.link.left-behind', { standby: name })}</MessageBarBody>
        </MessageBar>
      ) : (
        <LinkControls link={link} onChange={change} />
      )}
      {asking === null ? null : <LinkDialog standby={name} kind={asking} onClose={() => setAsking(null)} />}
    </SectionCard>
  )
}
