import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { DatabaseLinkRegular, DatabaseRegular } from '@fluentui/react-icons'
import { memo } from 'react'
import { Link as Route } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { InstanceActions } from '../../../plan/instance-actions.tsx'
import { FindingMark } from '../finding-mark.tsx'
import { looksTheSame } from '../looks-the-same.ts'
import { WhyButton } from '../why-button.tsx'

const useStyles = makeStyles({
  card: {
    position: 'relative',
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':has(> div > a:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':focus-within': { border: `1px solid ${tokens.colorNeutralStroke1Selected}` },
  },
  primary: { borderTop: `3px solid ${tokens.colorBrandStroke1}` },
  superseded: { borderTopStyle: 'dashed', borderTopColor: tokens.colorNeutralStrokeAccessible },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    // The whole card leads to the instance; what can be pressed lies above.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  above: { position: 'relative', zIndex: 1, flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  grow: { flexGrow: 1 },
})

/** What a card asks of the page around it; both stay the same from render to render. */
export interface CardActs {
  readonly onWhy: (name: string) => void
  readonly onSuperseded: (name: string) => void
}

/** One instance in the picture. Drawn again only when something that it shows has changed. */
export const InstanceCard = memo(
  function InstanceCard(props: CardActs & { readonly instance: InstanceView }) {
    const styles = useStyles()
    const { t } = useTranslator()
    const { instance } = props
    const { name, role, port, version, state } = instance
    const successor = role === 'standby' ? null : instance.entry.supersededBy
    const facts = [
      ...(port === null ? [] : [t('window.home.port', { port: String(port) })]),
      ...(version === null ? [] : [t('window.home.version', { version })]),
    ]
    return (
      <div
        className={mergeClasses(
          styles.card,
          role === 'primary' && styles.primary,
          successor !== null && styles.superseded,
        )}
      >
        <div className={styles.row}>
          {role === 'standby' ? (
            <DatabaseLinkRegular className={styles.icon} aria-hidden />
          ) : (
            <DatabaseRegular className={styles.icon} aria-hidden />
          )}
          <Route href={`/instance/${name}`} asChild>
            <Link className={styles.name} title={name}>
              {name}
            </Link>
          </Route>
          <span className={styles.above}>
            <InstanceActions instance={instance} compact />
          </span>
        </div>
        <div className={styles.row}>
          <StateBadge state={state} />
          <Text className={styles.grow}>{t(`window.app.roles.${role}`)}</Text>
          <span className={styles.above}>
            <WhyButton name={name} onWhy={props.onWhy} />
          </span>
        </div>
        <Text size={200} className={styles.quiet}>
          {facts.join(' · ')}
        </Text>
        {successor !== null ? (
          <span className={styles.above}>
            <Button size="small" onClick={() => props.onSuperseded(name)}>
              {t('window.home.replaced-by', { successor })}
            </Button>
          </span>
        ) : (
          <FindingMark findings={instance.findings} />
        )}
      </div>
    )
  },
  (a, b) => a.onWhy === b.onWhy && a.onSuperseded === b.onSuperseded && looksTheSame(a.instance, b.instance),
)
