import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { Link as Route } from 'wouter'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { StateBadge } from '../../components/state-badge.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { InstanceActions } from '../../plan/instance-actions.tsx'
import { FindingMark } from './finding-mark.tsx'
import { looksTheSame } from './looks-the-same.ts'
import type { CardActs } from './picture/instance-card.tsx'
import { WhyButton } from './why-button.tsx'

const useStyles = makeStyles({
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  stack: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** What stays the same from poll to poll in an instance's row. */
export const InstanceCells = memo(
  function InstanceCells(props: CardActs & { readonly instance: InstanceView }) {
    const styles = useStyles()
    const { t } = useTranslator()
    const { name, role, port, state, version, upstream, findings, entry } = props.instance
    const successor = role === 'standby' ? null : entry.supersededBy
    return (
      <>
        <th scope="row" className={styles.cell}>
          <span className={styles.stack}>
            <Route href={`/instance/${name}`} asChild>
              <Link className={styles.name}>{name}</Link>
            </Route>
            {successor === null ? (
              <FindingMark findings={findings} />
            ) : (
              <Button size="small" onClick={() => props.onSuperseded(name)}>
                {t('window.home.replaced-by', { successor })}
              </Button>
            )}
          </span>
        </th>
        <td className={styles.cell}>{t(`window.app.roles.${role}`)}</td>
        <td className={styles.cell}>{port}</td>
        <td className={styles.cell}>
          <span className={styles.state}>
            <StateBadge state={state} />
            <WhyButton name={name} onWhy={props.onWhy} />
          </span>
        </td>
        <td className={styles.cell}>{version}</td>
        <td className={styles.cell}>{upstream}</td>
        <td className={styles.cell}>
          <InstanceActions instance={props.instance} compact />
        </td>
      </>
    )
  },
  (a, b) => a.onWhy === b.onWhy && a.onSuperseded === b.onSuperseded && looksTheSame(a.instance, b.instance),
)
