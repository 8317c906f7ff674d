import {
  Button,
  Input,
  Label,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { PlayRegular, RecordStopRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useId, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { SqlAnswerView } from '../../../sql/sql-answer-view.tsx'
import { useStatement } from '../../../sql/use-statement.ts'
import { useScratch } from '../../../stores/scratch-store.ts'
import { NeedsServer } from '../needs-server.tsx'
import { firstLine, rememberStatement } from './history.ts'

const CodeEditor = lazy(async () => ({
  default: (await import('../../../components/editor/code-editor.tsx')).CodeEditor,
}))

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  grow: { flexGrow: 1 },
  history: { fontFamily: tokens.fontFamilyMonospace },
})

const nothing = { text: '', database: '', history: [] } as const

/** SQL on an instance: what it answers, as it says it. */
export function ConsoleTab(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { instance } = props
  const { name, role } = instance
  const scratch = useScratch(({ consoles }) => consoles[name]) ?? nothing
  const keepConsole = useScratch((slice) => slice.keepConsole)
  const { state, run, cancel } = useStatement(name)
  const [round, setRound] = useState(0)
  const databaseId = useId()
  const isRunning = state.kind === 'running'
  const canRun = instance.state === 'running'

  const runText = (text: string): void => {
    if (text.trim() === '' || isRunning || !canRun) return
    keepConsole(name, { ...scratch, text, history: rememberStatement(scratch.history, text) })
    void run(text, scratch.database.trim())
  }
  return (
    <>
      <NeedsServer instance={instance} tab="console" />
      <SectionCard title={t('window.instance.console.title')}>
        <Text>
          {t(role === 'standby' ? 'window.instance.console.about-standby' : 'window.instance.console.about')}
        </Text>
        <Suspense fallback={<Spinner label={t('window.app.loading')} />}>
          <CodeEditor
            key={round}
            label={t('window.instance.console.editor', { name })}
            language="sql"
            low
            initialText={scratch.text}
            onChange={(text) => keepConsole(name, { ...scratch, text })}
            onRun={runText}
          />
        </Suspense>
        <div className={styles.tools}>
          <Button
            appearance="primary"
            icon={<PlayRegular />}
            disabled={isRunning || !canRun || scratch.text.trim() === ''}
            onClick={() => runText(scratch.text)}
          >
            {t('window.instance.console.run')}
          </Button>
          <Button icon={<RecordStopRegular />} disabled={!isRunning} onClick={cancel}>
            {t('window.instance.console.cancel')}
          </Button>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button disabled={scratch.history.length === 0}>{t('window.instance.console.history')}</Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {scratch.history.map((statement, index) => (
                  <MenuItem
                    key={index}
                    className={styles.history}
                    onClick={() => {
                      keepConsole(name, { ...scratch, text: statement })
                      setRound((before) => before + 1)
                    }}
                  >
                    {firstLine(statement)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          <span className={styles.grow} />
          <Label htmlFor={databaseId}>{t('window.instance.console.database')}</Label>
          <Input
            id={databaseId}
            value={scratch.database}
            placeholder="postgres"
            onChange={(_event, data) => keepConsole(name, { ...scratch, database: data.value })}
          />
        </div>
        <div role="status">
          {isRunning ? <Spinner size="tiny" label={t('window.instance.console.running')} /> : null}
          {state.kind === 'cancelled' ? <Text>{t('window.instance.console.cancelled')}</Text> : null}
        </div>
        {state.kind === 'failed' ? <FailureMessage failure={state.failure} /> : null}
        {state.kind === 'answered' ? <SqlAnswerView answer={state.answer} instance={instance} /> : null}
      </SectionCard>
    </>
  )
}
