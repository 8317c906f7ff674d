import {
  Button,
  Link as FluentLink,
  makeStyles,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Link } from 'wouter'
import { allowedActions } from '../../../shared/model/actions.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { LinkButton } from '../../components/link-button.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { WhyDialog } from '../../plan/why-dialog.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  member: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Who takes part, what each does now, and how that is known. */
export function Members(props: {
  readonly upstream: InstanceView
  readonly standbys: readonly InstanceView[]
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [asked, setAsked] = useState<string | null>(null)
  const focusReturns = useRestoreFocusTarget()
  const { upstream, standbys } = props
  return (
    <>
      <ul className={styles.list} aria-label={t('window.replication.members')}>
        {[upstream, ...standbys].map(({ name, role, state }) => (
          <li key={name} className={styles.member}>
            <Link href={`/instance/${name}`} asChild>
              <FluentLink>{name}</FluentLink>
            </Link>
            <Text className={styles.quiet}>{t(`window.app.roles.${role}`)}</Text>
            <StateBadge state={state} />
            <Button
              size="small"
              appearance="subtle"
              icon={<QuestionCircleRegular />}
              aria-label={t('window.home.why-of', { name })}
              title={t('window.home.why-of', { name })}
              onClick={() => setAsked(name)}
              {...focusReturns}
            />
          </li>
        ))}
        {allowedActions(upstream, { superseded: upstream.entry.supersededBy !== null }).includes('clone') ? (
          <li>
            <LinkButton size="small" href={`/do/standby/${upstream.name}`}>
              {t('window.replication.another-standby')}
            </LinkButton>
          </li>
        ) : null}
      </ul>
      {asked === null ? null : <WhyDialog name={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
