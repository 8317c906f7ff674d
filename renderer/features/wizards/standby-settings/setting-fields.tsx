import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import type { StandbySettingKey, StandbySettingLine } from '../../../../shared/model/standby-settings.ts'
import { useTranslator } from '../../../language/translator.tsx'
import type { FormChecks } from '../frame/wizard.tsx'
import { TextField } from '../fields/text-field.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM },
  panel: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, paddingTop: tokens.spacingVerticalM },
})

/** What a standby is usually told; the rest is for recovery to a point in time. */
const usual: ReadonlySet<StandbySettingKey> = new Set([
  'primarySlotName',
  'recoveryTargetTimeline',
  'restoreCommand',
  'archiveCleanupCommand',
  'recoveryMinApplyDelay',
  'triggerFile',
])

export interface SettingFieldsProps {
  readonly lines: readonly StandbySettingLine[]
  readonly values: Readonly<Record<string, string>>
  readonly checks: FormChecks<string>
  readonly onChange: (name: string, value: string) => void
}

/** Every other setting that this version has for standbys and recovery. */
export function SettingFields({ lines, ...props }: SettingFieldsProps) {
  const styles = useStyles()
  const { t } = useTranslator()
  const rest = lines.filter(({ key }) => !usual.has(key))
  const isSet = rest.some(({ name }) => (props.values[name] ?? '') !== '')
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{t('window.wizardsReplication.settings.others')}</Subtitle2>
      <Lines {...props} lines={lines.filter(({ key }) => usual.has(key))} />
      <Accordion collapsible defaultOpenItems={isSet ? ['rest'] : []}>
        <AccordionItem value="rest">
          <AccordionHeader as="h3">{t('window.wizardsReplication.settings.point-in-time')}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <Lines {...props} lines={rest} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  )
}

function Lines({ lines, values, checks, onChange }: SettingFieldsProps) {
  const { t } = useTranslator()
  return lines.map(({ key, name, change }) => (
    <TextField
      key={name}
      label={name}
      help={t(`window.wizardsReplication.help.${key}`)}
      hint={t(`window.wizardsReplication.settings.needs-${change}`)}
      value={values[name] ?? ''}
      onChange={(value) => onChange(name, value)}
      check={checks.at(name)}
    />
  ))
}
