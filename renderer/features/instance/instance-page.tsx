import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { Page } from '../../components/page.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { InstanceActions } from '../../plan/instance-actions.tsx'
import { WhyDialog } from '../../plan/why-dialog.tsx'
import { useInstance } from '../../stores/live-store.ts'
import { Findings } from './findings.tsx'
import { InstanceTabs } from './instance-tabs.tsx'
import { toTab } from './tabs.ts'

const useStyles = makeStyles({
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

/** All there is to see of one instance, a tab for each kind of it. */
export function InstancePage(props: { readonly name: string; readonly tab: string }) {
  const { t } = useTranslator()
  const instance = useInstance(props.name)
  const [, navigate] = useLocation()
  if (instance === undefined)
    return (
      <Page title={props.name}>
        <Text>{t('window.instance.not-there', { name: props.name })}</Text>
        <div>
          <Button onClick={() => navigate('/')}>{t('window.app.go-home')}</Button>
        </div>
      </Page>
    )
  return (
    <Page
      title={instance.name}
      beside={<Beside instance={instance} />}
      actions={<Actions instance={instance} />}
    >
      <Findings instance={instance} />
      <InstanceTabs instance={instance} tab={toTab(props.tab)} />
    </Page>
  )
}

function Beside(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { role, state, port } = props.instance
  return (
    <span className={styles.beside}>
      <StateBadge state={state} />
      <Text>{t(`window.app.roles.${role}`)}</Text>
      {port === null ? null : <Text>{t('window.instance.on-port', { port })}</Text>}
    </span>
  )
}

function Actions(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [asksWhy, setAsksWhy] = useState(false)
  const focusReturns = useRestoreFocusTarget()
  return (
    <span className={styles.actions}>
      <Button
        size="small"
        appearance="subtle"
        icon={<QuestionCircleRegular />}
        onClick={() => setAsksWhy(true)}
        {...focusReturns}
      >
        {t('window.app.why')}
      </Button>
      <InstanceActions instance={props.instance} />
      {asksWhy ? <WhyDialog name={props.instance.name} onClose={() => setAsksWhy(false)} /> : null}
    </span>
  )
}
