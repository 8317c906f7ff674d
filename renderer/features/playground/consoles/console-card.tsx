import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { PlayRegular, RecordStopRegular } from '@fluentui/react-icons'
import { lazy, type ReactNode, Suspense } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { InstanceActions } from '../../../plan/instance-actions.tsx'
import { SqlAnswerView } from '../../../sql/sql-answer-view.tsx'
import type { Console } from './use-console.ts'

const CodeEditor = lazy(async () => ({
  default: (await import('../../../components/editor/code-editor.tsx')).CodeEditor,
}))

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  editor: { minHeight: '8em', minWidth: 0 },
})

/** One of the two servers: a console on it, and below it what its table shows now. */
export function ConsoleCard(props: {
  readonly instance: InstanceView
  readonly console: Console
  /** False while the database is not there yet. */
  readonly ready: boolean
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { instance, console: its, ready } = props
  const { name, role, state, port } = instance
  const isRunning = its.state.kind === 'running'
  const canRun = ready && state === 'running'
  return (
    <SectionCard
      title={t(`window.playground.console.${role}`, { name })}
      actions={<InstanceActions instance={instance} compact />}
    >
      <div className={styles.head}>
        <StateBadge state={state} />
        {port === null ? null : <Text>{t('window.instance.on-port', { port })}</Text>}
      </div>
      <div className={styles.editor}>
        <Suspense fallback={<Spinner label={t('window.app.loading')} />}>
          <CodeEditor
            key={its.round}
            label={t('window.instance.console.editor', { name })}
            language="sql"
            low
            initialText={its.text}
            onChange={its.type}
            onRun={(text) => {
              if (canRun) its.run(text)
            }}
          />
        </Suspense>
      </div>
      <div className={styles.head}>
        <Button
          icon={<PlayRegular />}
          disabled={!canRun || isRunning || its.text.trim() === ''}
          onClick={() => its.run(its.text)}
        >
          {t('window.playground.console.run', { name })}
        </Button>
        {isRunning ? (
          <Button icon={<RecordStopRegular />} onClick={its.cancel}>
            {t('window.instance.console.cancel')}
          </Button>
        ) : null}
        <span role="status">
          {isRunning ? <Spinner size="tiny" label={t('window.instance.console.running')} /> : null}
          {its.state.kind === 'cancelled' ? <Text>{t('window.instance.console.cancelled')}</Text> : null}
        </span>
      </div>
      {its.state.kind === 'failed' ? <FailureMessage failure={its.state.failure} /> : null}
      {its.state.kind === 'answered' ? (
        <SqlAnswerView answer={its.state.answer} instance={instance} besideUpstream />
      ) : null}
      {props.children}
    </SectionCard>
  )
}
