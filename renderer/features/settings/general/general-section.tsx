import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { Behaviour } from './behaviour.tsx'
import { Choice } from './choice.tsx'
import { useSettingsChange } from './use-change.ts'

const languages = ['system', 'en', 'zh-CN'] as const
const themes = ['system', 'light', 'dark', 'high-contrast'] as const

/** Language, colours, and what the program does when it starts and is quit. */
export function GeneralSection() {
  const { t } = useTranslator()
  const { settings, change, failure } = useSettingsChange()
  return (
    <>
      {failure === null ? null : <FailureMessage failure={failure} />}
      <SectionCard title={t('window.settings.appearance')}>
        <Choice
          label={t('window.settings.language')}
          value={settings.language}
          choices={languages}
          say={(language) => t(`window.settings.languages.${language}`)}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('window.settings.theme')}
          value={settings.theme}
          choices={themes}
          say={(theme) => t(`window.settings.themes.${theme}`)}
          onChange={(theme) => change({ theme })}
        />
      </SectionCard>
      <Behaviour settings={settings} change={change} />
    </>
  )
}
