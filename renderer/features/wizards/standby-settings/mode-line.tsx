import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import type { StandbySettingsReading } from '../../../../shared/model/standby-settings.ts'
import { HelpTip } from '../../../components/help-tip.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  mode: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  value: { fontFamily: tokens.fontFamilyMonospace },
  body: { whiteSpace: 'normal' },
})

/** standby_mode, which is not asked for here: what it is now, and where it stands in this version. */
export function ModeLine(props: { readonly name: string; readonly reading: StandbySettingsReading }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { mode, way } = props.reading
  if (mode === 'none')
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody className={styles.body}>
          {t('window.wizardsReplication.settings.no-standby', { name: props.name })}
        </MessageBarBody>
      </MessageBar>
    )
  return (
    <div className={styles.mode}>
      <HelpTip term="standby_mode" explanation={t('window.wizardsReplication.settings.mode-help')} />
      <span className={styles.value}>{mode === 'standby' ? 'on' : 'off'}</span>
      <span>{t(`window.wizardsReplication.settings.mode-${way}`, { file: `${mode}.signal` })}</span>
    </div>
  )
}
