import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Finding, Severity } from '../../../shared/model/instance-status.ts'
import { SeverityIcon } from '../../components/severity-icon.tsx'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

const words = { error: 'problems', warning: 'warnings', info: 'notes' } as const satisfies Record<
  Severity,
  string
>

/** How many findings of the worst kind an instance has; nothing when it has none. */
export function FindingMark(props: { readonly findings: readonly Finding[] }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    props.findings.some((finding) => finding.severity === severity),
  )
  if (worst === undefined) return null
  const count = props.findings.filter(({ severity }) => severity === worst).length
  return (
    <span className={styles.mark}>
      <SeverityIcon severity={worst} />
      <Text size={200}>{t(`window.home.${words[worst]}`, { count })}</Text>
    </span>
  )
}
