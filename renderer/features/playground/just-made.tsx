import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { LinkButton } from '../../components/link-button.tsx'
import { useTranslator } from '../../language/translator.tsx'
import type { Pair } from './choose-pair.ts'

/** For who comes from the job that made this pair: what there is now, and where to go on. */
export function JustMade({ primary, standby }: Pair) {
  const { t } = useTranslator()
  const [dismissed, setDismissed] = useState(false)
  const state = useHistoryState<{ readonly madeBy?: unknown } | null>()
  const job = state?.madeBy
  if (typeof job !== 'string' || dismissed) return null
  const names = {
    primary: primary.name,
    standby: standby.name,
    port: String(primary.port ?? ''),
    standbyPort: String(standby.port ?? ''),
  }
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('window.playground.made.title')}</MessageBarTitle>{' '}
        {t('window.playground.made.what', names)}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t('window.app.close')}
            onClick={() => setDismissed(true)}
          />
        }
      >
        <LinkButton href={`/instance/${primary.name}`}>{t('window.playground.made.connect')}</LinkButton>
        <LinkButton href={`/jobs/${job}`}>{t('window.playground.made.done')}</LinkButton>
      </MessageBarActions>
    </MessageBar>
  )
}
