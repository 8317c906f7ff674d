import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { StandbySettingsReading } from '../../../../shared/model/standby-settings.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useActions } from '../../../plan/instance-actions.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import type { Refusal } from '../frame/field-of-refusal.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'
import { ConninfoFields } from './conninfo-fields.tsx'
import { ModeLine } from './mode-line.tsx'
import { PasswordKeeper } from './password-keeper.tsx'
import { PasteRecoveryConf } from './paste-recovery-conf.tsx'
import { SettingFields } from './setting-fields.tsx'
import { changesOf, formOf, ownSettings, withConversion } from './standby-form.ts'
import { useDraft } from './use-draft.ts'
import { WrittenSettings } from './written-settings.tsx'

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  start: { justifySelf: 'start' },
})

/** What a restart is needed for, and the server that has not had it. */
interface Waiting {
  readonly settings: readonly string[]
  readonly pid: number | null
}

/** The form over what an instance has now; only what is changed goes into the plan. */
export function SettingsForm(props: {
  readonly name: string
  readonly title: string
  readonly reading: StandbySettingsReading
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { name, reading } = props
  const instance = useInstance(name)
  const { choose, dialogs } = useActions(name)
  const [form, setForm] = useState(() => formOf(reading))
  const [major, setMajor] = useState(reading.major)
  const [waiting, setWaiting] = useState<Waiting>({ settings: [], pid: null })
  const { draft, isCurrent, failure, reload } = useDraft(name, major, changesOf(reading, form))
  const lines = ownSettings(reading)
  const secrets = reading.conninfo.kind === 'parts' ? reading.conninfo.secrets : []
  const setPart = (part: string, value: string): void =>
    setForm((before) => ({ ...before, conninfo: { ...before.conninfo, [part]: value } }))
  const fieldOf = ({ parameter, params }: Refusal): string | null => {
    const setting = parameter?.split('.')[1] ?? String(params['setting'] ?? params['feature'] ?? '')
    return lines.some((line) => line.name === setting) ? setting : null
  }
  const changed = Object.keys(draft?.changes ?? {})
  const needsRestart =
    waiting.settings.length > 0 && instance?.state === 'running' && instance.pid === waiting.pid
  return (
    <>
      <Wizard
        title={props.title}
        intro={t(`window.wizardsReplication.settings.intro-${reading.way}`)}
        request={
          draft === undefined || !isCurrent
            ? null
            : { operation: 'recovery', params: { name, settings: draft.changes } }
        }
        runLabel={t('window.wizardsReplication.settings.run')}
        fieldOf={fieldOf}
        unfolded
        explanation={[
          t('window.wizardsReplication.settings.explain-changes'),
          t('window.wizardsReplication.settings.explain-sides'),
          t('window.wizardsReplication.settings.explain-effect'),
        ]}
        onStarted={() =>
          setWaiting({
            pid: instance?.pid ?? null,
            settings: reading.settings
              .filter((line) => line.change === 'restart' && changed.includes(line.name))
              .map((line) => line.name),
          })
        }
        result={
          <NextSteps
            result={t('window.wizardsReplication.settings.done', { name })}
            steps={[
              { label: t('window.wizards.open-instance', { name }), path: `/instance/${name}/overview` },
              {
                label: t('window.wizardsReplication.see-replication'),
                path: `/instance/${name}/replication`,
              },
            ]}
          >
            {needsRestart ? (
              <>
                <Text>
                  {t('window.wizardsReplication.settings.restart-needed', {
                    settings: waiting.settings.join(', '),
                  })}
                </Text>
                <Button className={styles.start} onClick={() => choose('restart')}>
                  {t('window.plan.actions.restart')}
                </Button>
              </>
            ) : null}
          </NextSteps>
        }
      >
        {(checks) => (
          <>
            <ModeLine name={name} reading={reading} />
            {instance?.entry.link ? (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody className={styles.body}>
                  {t('window.wizardsReplication.settings.linked')}
                </MessageBarBody>
              </MessageBar>
            ) : null}
            <PasteRecoveryConf
              name={name}
              onTake={(conversion) => setForm((before) => withConversion(before, conversion))}
            />
            <ConninfoFields now={reading.conninfo} parts={form.conninfo} onChange={setPart} />
            <PasswordKeeper
              name={name}
              user={form.conninfo['user'] || 'postgres'}
              passfile={reading.passfile}
              secrets={secrets}
              onKept={() => setPart('passfile', reading.passfile)}
            />
            <SettingFields
              lines={lines}
              values={form.settings}
              checks={checks}
              onChange={(setting, value) =>
                setForm((before) => ({ ...before, settings: { ...before.settings, [setting]: value } }))
              }
            />
            {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
            {draft === undefined || draft.notes.length === 0 ? null : (
              <ul className={styles.list}>
                {draft.notes.map((note, index) => (
                  <li key={index}>{text(note)}</li>
                ))}
              </ul>
            )}
            {draft === undefined ? null : (
              <WrittenSettings own={reading.major} major={major} draft={draft} onMajor={setMajor} />
            )}
          </>
        )}
      </Wizard>
      {dialogs}
    </>
  )
}
