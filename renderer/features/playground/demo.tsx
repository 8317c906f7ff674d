import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { EditProhibitedRegular, PauseRegular, PlayRegular, RecordStopRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { playgroundDatabase, playgroundTable } from '../../../shared/model/playground.ts'
import { FailureMessage } from '../../components/failure-message.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { FindingBar } from '../../plan/finding-bar.tsx'
import { LagChart } from '../../replication/lag-chart.tsx'
import type { Pair } from './choose-pair.ts'
import { ClearButton } from './clear-button.tsx'
import { ConsoleCard } from './consoles/console-card.tsx'
import { NewestRowsView } from './consoles/newest-rows-view.tsx'
import { useConsole } from './consoles/use-console.ts'
import { ActionButton } from './guide/action-button.tsx'
import { Guide } from './guide/guide.tsx'
import { InsertStep } from './guide/insert-step.tsx'
import { useTicks } from './guide/use-ticks.ts'
import { JustMade } from './just-made.tsx'
import { LinkCard } from './link/link-card.tsx'
import { LoadCard } from './load/load-card.tsx'
import { useLoad } from './load/use-load.ts'
import { usePreparation } from './use-preparation.ts'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  beside: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

const READ_ONLY = '25006'
const write = `insert into ${playgroundTable} (text) values ('written here') returning *;`
const read = `select * from ${playgroundTable} order by id desc limit 5;`

/** Everything there is to try with one pair. */
export function Demo({ primary, standby }: Pair) {
  const styles = useStyles()
  const { t } = useTranslator()
  const names = { primary: primary.name, standby: standby.name }
  const [agreed, setAgreed] = useState(primary.entry.origin === 'made')
  const { place, failure, again } = usePreparation({ primary, standby }, agreed)
  const { done, tick } = useTicks(`${primary.name} ${standby.name}`)
  const writing = useConsole(primary.name, playgroundDatabase, write)
  const reading = useConsole(standby.name, playgroundDatabase, read)
  const load = useLoad(names, () => tick('load'))

  const isUp = primary.state === 'running'
  const standbyIsUp = standby.state === 'running'
  const isPaused = standby.findings.some(({ code }) => code === 'replay-paused')
  const wasRefused =
    reading.state.kind === 'answered' &&
    reading.state.answer.kind === 'failed' &&
    reading.state.answer.sqlstate === READ_ONLY
  const readsOn = !isUp && standbyIsUp && place !== null
  useEffect(() => {
    if (wasRefused) tick('refused')
    if (isPaused) tick('pause')
    if (readsOn) tick('stop')
  }, [tick, wasRefused, isPaused, readsOn])

  const ready = place !== null
  const hang = primary.findings.find(({ code }) => code === 'synchronous-standby-gone')
  return (
    <div className={styles.parts}>
      <JustMade primary={primary} standby={standby} />
      {!agreed ? (
        <SectionCard title={t('window.playground.prepare.title')}>
          <Text>
            {t('window.playground.prepare.about', { name: primary.name, database: playgroundDatabase })}
          </Text>
          <div>
            <Button appearance="primary" onClick={() => setAgreed(true)}>
              {t('window.playground.prepare.button')}
            </Button>
          </div>
        </SectionCard>
      ) : failure !== null ? (
        <FailureMessage failure={failure} onRetry={again} />
      ) : !ready ? (
        isUp ? (
          <Spinner label={t('window.playground.prepare.running')} />
        ) : (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('window.playground.prepare.needs-primary', { name: primary.name })}
            </MessageBarBody>
          </MessageBar>
        )
      ) : null}
      {hang === undefined ? null : <FindingBar finding={hang} />}
      <Guide
        done={done}
        names={names}
        bodies={{
          insert: (
            <InsertStep
              {...names}
              disabled={!ready || !isUp}
              hangs={hang !== undefined}
              onArrived={() => tick('insert')}
            />
          ),
          refused: (
            <div className={styles.row}>
              <Button
                icon={<EditProhibitedRegular />}
                disabled={!ready || !standbyIsUp}
                onClick={() => reading.show(write)}
              >
                {t('window.playground.actions.refused', { name: standby.name })}
              </Button>
              <span role="status">
                {wasRefused ? (
                  <Text>
                    {t('window.playground.refused', { standby: standby.name, sqlstate: READ_ONLY })}
                  </Text>
                ) : null}
              </span>
            </div>
          ),
          pause: (
            <ActionButton
              action={isPaused ? 'resume' : 'pause'}
              name={standby.name}
              icon={isPaused ? <PlayRegular /> : <PauseRegular />}
              disabled={!standbyIsUp}
            />
          ),
          load: (
            <Button
              icon={load.isRunning ? <RecordStopRegular /> : <PlayRegular />}
              disabled={!load.isRunning && (!ready || !isUp)}
              onClick={load.isRunning ? load.stop : load.start}
            >
              {load.isRunning
                ? t('window.playground.actions.stop-writing')
                : t('window.playground.actions.write', { rate: load.rate })}
            </Button>
          ),
          link: null,
          stop: (
            <ActionButton
              action={isUp ? 'stop' : 'start'}
              name={primary.name}
              icon={isUp ? <RecordStopRegular /> : <PlayRegular />}
              disabled={primary.state === 'starting' || primary.state === 'stopping'}
            />
          ),
        }}
      />
      <div className={styles.beside}>
        <ConsoleCard instance={primary} console={writing} ready={ready}>
          <NewestRowsView instance={primary} database={playgroundDatabase} ready={ready} />
        </ConsoleCard>
        <ConsoleCard instance={standby} console={reading} ready={ready}>
          <NewestRowsView instance={standby} database={playgroundDatabase} ready={ready} />
        </ConsoleCard>
      </div>
      <div className={styles.beside}>
        <div className={styles.parts}>
          <LinkCard standby={standby} onWorsened={() => tick('link')} />
          <LoadCard load={load} primary={primary.name} disabled={!ready || !isUp} />
        </div>
        <SectionCard title={t('window.replication.lag.title')}>
          <LagChart names={[standby.name]} span="minute" />
        </SectionCard>
      </div>
      <ClearButton {...names} database={playgroundDatabase} disabled={!ready || !isUp || load.isRunning} />
    </div>
  )
}
