import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons'
import type { Severity } from '../../shared/model/instance-status.ts'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  info: { color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
})

const icons = { info: InfoFilled, warning: WarningFilled, error: ErrorCircleFilled } as const

/** How grave a finding is, by shape, colour and name. */
export function SeverityIcon(props: { readonly severity: Severity }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const Icon = icons[props.severity]
  return (
    <Icon
      className={mergeClasses(styles.icon, styles[props.severity])}
      aria-label={t(`window.app.severities.${props.severity}`)}
    />
  )
}
