import {
  Button,
  makeStyles,
  SearchBox,
  Spinner,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { PauseRegular, PlayRegular } from '@fluentui/react-icons'
import { useDeferredValue, useMemo, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { NeedsServer } from '../needs-server.tsx'
import { countLines, filterEntries, type LogGroup, logGroups } from './log-entries.ts'
import { LogList } from './log-list.tsx'
import { type LogState, useLog } from './use-log.ts'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  search: { flexGrow: 1, maxWidth: '320px', minWidth: '160px' },
  file: {
    display: 'flex',
    alignItems: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
})

/** The log of an instance as it grows. */
export function LogTab(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { log, act } = useLog(props.instance.name)
  const [hidden, setHidden] = useState<ReadonlySet<LogGroup>>(new Set())
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const shown = useMemo(
    () => filterEntries(log.entries, { hidden, search: wanted }),
    [log.entries, hidden, wanted],
  )
  const toggle = (group: LogGroup): void =>
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(group)) after.add(group)
      return after
    })
  return (
    <>
      <NeedsServer instance={props.instance} tab="log" />
      <SectionCard title={t('window.instance.log.title')}>
        <div className={styles.tools}>
          <div role="group" aria-label={t('window.instance.log.levels')} className={styles.tools}>
            {logGroups.map((group) => (
              <ToggleButton
                key={group}
                size="small"
                checked={!hidden.has(group)}
                onClick={() => toggle(group)}
              >
                {group}
              </ToggleButton>
            ))}
          </div>
          <SearchBox
            size="small"
            className={styles.search}
            aria-label={t('window.instance.log.search')}
            placeholder={t('window.instance.log.search')}
            dismiss={{ 'aria-label': t('window.app.clear') }}
            value={search}
            onChange={(_event, data) => setSearch(data.value)}
          />
          <Button
            size="small"
            icon={log.paused ? <PlayRegular /> : <PauseRegular />}
            onClick={() => act({ kind: log.paused ? 'resume' : 'pause' })}
          >
            {t(log.paused ? 'window.instance.log.resume' : 'window.instance.log.pause')}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => act({ kind: 'clear' })}>
            {t('window.instance.log.clear')}
          </Button>
        </div>
        {log.file === null ? null : (
          <Text size={200} className={styles.file}>
            {log.file}
            <CopyButton
              text={log.file}
              label={t('window.instance.paths.copy', { what: t('window.instance.paths.log') })}
            />
          </Text>
        )}
        {log.failure === null ? null : (
          <FailureMessage failure={log.failure} onRetry={() => act({ kind: 'retry' })} />
        )}
        {log.file === null ? (
          log.failure === null ? (
            <Spinner label={t('window.app.loading')} />
          ) : null
        ) : log.entries.length === 0 ? (
          <Text>{t('window.instance.log.nothing')}</Text>
        ) : shown.length === 0 ? (
          <Text>{t('window.instance.log.no-match')}</Text>
        ) : (
          <LogList entries={shown} search={wanted} />
        )}
        <Summary log={log} />
      </SectionCard>
    </>
  )
}

function Summary(props: { readonly log: LogState }) {
  const { t } = useTranslator()
  const { entries, held, paused, skipped } = props.log
  return (
    <Text size={200} role="status">
      {[
        t('window.instance.log.lines', { count: countLines(entries) }),
        ...(paused ? [t('window.instance.log.held', { count: held.length })] : []),
        ...(skipped > 0 ? [t('window.instance.log.skipped', { count: skipped })] : []),
      ].join(' · ')}
    </Text>
  )
}
