import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { memo, useState } from 'react'
import { Link } from 'wouter'
import type { Finding, Fix } from '../../../shared/model/instance-status.ts'
import { SectionCard } from '../../components/section-card.tsx'
import { SeverityIcon } from '../../components/severity-icon.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { PlanDialog } from '../../plan/plan-dialog.tsx'
import { sayFix } from '../../plan/say-fix.ts'
import { useInstances } from '../../stores/live-store.ts'
import { useUnchanged } from './use-unchanged.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  finding: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 640px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  words: { display: 'grid', overflowWrap: 'anywhere' },
  name: { color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground2 },
  mend: { '@media (max-width: 640px)': { gridColumnStart: 2, justifySelf: 'start' } },
  well: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: '16px' },
})

interface Found {
  readonly name: string
  readonly finding: Finding
}

const SUPERSEDED = 'superseded-primary'

const gravest: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }

/** All findings of all instances, the gravest first, each with what to do and, where an operation mends it, that. */
export function FindingsPanel(props: { readonly onSuperseded: (name: string) => void }) {
  const all = useInstances()
    .flatMap(({ name, findings }) => findings.map((finding): Found => ({ name, finding })))
    .toSorted((a, b) => gravest[a.finding.severity] - gravest[b.finding.severity])
  return <Findings all={useUnchanged(all)} onSuperseded={props.onSuperseded} />
}

const Findings = memo(function Findings(props: {
  readonly all: readonly Found[]
  readonly onSuperseded: (name: string) => void
}) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const [mending, setMending] = useState<Fix | null>(null)
  return (
    <SectionCard title={t('window.home.findings.title')}>
      {props.all.length === 0 ? (
        <Text className={styles.well}>
          <CheckmarkCircleRegular className={styles.good} aria-hidden />
          {t('window.home.findings.none')}
        </Text>
      ) : (
        <ul className={styles.list}>
          {props.all.map(({ name, finding }) => (
            <OneFinding
              key={`${name} ${finding.code} ${JSON.stringify(finding.message.params)}`}
              name={name}
              finding={finding}
              onMend={setMending}
              onSuperseded={props.onSuperseded}
            />
          ))}
        </ul>
      )}
      {mending === null ? null : (
        <PlanDialog
          title={sayFix(translator, mending)}
          request={{ operation: mending.operation, params: mending.params }}
          runLabel={sayFix(translator, mending)}
          onClose={() => setMending(null)}
        />
      )}
    </SectionCard>
  )
})

/** A superseded primary has its own explanation in place of the hint, which names commands. */
function OneFinding(
  props: Found & {
    readonly onMend: (fix: Fix) => void
    readonly onSuperseded: (name: string) => void
  },
) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t, text } = translator
  const focusReturns = useRestoreFocusTarget()
  const { name, finding } = props
  const { fix } = finding
  return (
    <li className={styles.finding}>
      <SeverityIcon severity={finding.severity} />
      <span className={styles.words}>
        <Text>
          <Link href={`/instance/${name}`} className={styles.name}>
            {name}
          </Link>
          {': '}
          {text(finding.message)}
        </Text>
        {finding.code === SUPERSEDED ? null : (
          <Text size={200} className={styles.quiet}>
            {text(finding.hint)}
          </Text>
        )}
      </span>
      <span className={styles.mend}>
        {finding.code === SUPERSEDED ? (
          <Button size="small" onClick={() => props.onSuperseded(name)} {...focusReturns}>
            {t('window.home.findings.what-now', { name })}
          </Button>
        ) : fix === undefined ? null : (
          <Button size="small" onClick={() => props.onMend(fix)} {...focusReturns}>
            {sayFix(translator, fix)}
          </Button>
        )}
      </span>
    </li>
  )
}
