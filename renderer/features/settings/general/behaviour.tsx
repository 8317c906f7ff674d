import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Settings, SettingsChange } from '../../../../shared/model/settings.ts'
import { canLookForUpdates } from '../../../../shared/model/update-way.ts'
import { useSession } from '../../../api/use-api.ts'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { Choice } from './choice.tsx'
import { OnOff } from './on-off.tsx'

const quitting = ['ask', 'leave-running', 'stop'] as const

/** What only the desktop program does: in a browser it is shown with the reason why it cannot be had there. */
export function Behaviour(props: {
  readonly settings: Settings
  readonly change: (change: SettingsChange) => void
}) {
  const { t } = useTranslator()
  const { face, canStartAtLogin, updates } = useSession()
  const { settings, change } = props
  const isWeb = face === 'web'
  const withReason = (hint: string, reason: string | false): string =>
    isWeb || reason === false ? hint : `${hint} ${reason}`
  return (
    <SectionCard title={t('window.settings.behaviour')}>
      {isWeb ? (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('window.settings.desktop-only')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <OnOff
        label={t('window.settings.start-at-login')}
        hint={withReason(
          t('window.settings.start-at-login-hint'),
          !canStartAtLogin && t('window.settings.installed-only'),
        )}
        checked={settings.startAtLogin}
        disabled={!canStartAtLogin}
        onChange={(startAtLogin) => change({ startAtLogin })}
      />
      <OnOff
        label={t('window.settings.start-servers')}
        hint={withReason(
          t('window.settings.start-servers-hint'),
          !settings.startAtLogin && t('window.settings.needs-login-start'),
        )}
        checked={settings.startServersAtLogin}
        disabled={!canStartAtLogin || !settings.startAtLogin}
        onChange={(startServersAtLogin) => change({ startServersAtLogin })}
      />
      <OnOff
        label={t('window.settings.notifications')}
        hint={t('window.settings.notifications-hint')}
        checked={settings.notifications}
        disabled={isWeb}
        onChange={(notifications) => change({ notifications })}
      />
      <OnOff
        label={t('window.settings.look-for-updates')}
        hint={t(`window.settings.updates.${updates}`)}
        checked={settings.lookForUpdates && canLookForUpdates(updates)}
        disabled={!canLookForUpdates(updates)}
        onChange={(lookForUpdates) => change({ lookForUpdates })}
      />
      <Choice
        label={t('window.settings.on-quit')}
        value={settings.onQuit}
        choices={quitting}
        say={(choice) => t(`window.settings.quitting.${choice}`)}
        disabled={isWeb}
        onChange={(onQuit) => change({ onQuit })}
      />
    </SectionCard>
  )
}
