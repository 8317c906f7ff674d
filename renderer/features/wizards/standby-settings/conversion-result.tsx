import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { RecoveryConversion } from '../../../../shared/model/standby-settings.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  result: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  name: { whiteSpace: 'nowrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What a recovery.conf comes to in this version, what was done to it, and what is wrong with it. */
export function ConversionResult(props: {
  readonly name: string
  readonly conversion: RecoveryConversion
  readonly taken: boolean
  readonly onTake: () => void
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const api = useApi()
  const [kept, setKept] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { settings, notes, problems, credentials } = props.conversion
  const rows = Object.entries(settings).map(([setting, value]) => [
    <span key={setting} className={styles.name}>
      {setting}
    </span>,
    value,
  ])
  const keep = async (): Promise<void> => {
    if (credentials === null) return
    setFailure(null)
    try {
      await api.operations.storePassword({ name: props.name, ...credentials })
      setKept(true)
    } catch (error) {
      setFailure(toFailure(error))
    }
  }
  return (
    <div className={styles.result}>
      {problems.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('window.wizardsReplication.paste.problems')}</MessageBarTitle>
            <ul className={styles.list}>
              {problems.map((problem, index) => (
                <li key={index}>
                  {problem.line === null
                    ? text(problem.text)
                    : t('window.wizardsReplication.paste.in-line', {
                        line: problem.line,
                        problem: text(problem.text),
                      })}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <MessageBar layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{t('window.wizardsReplication.paste.notes')}</MessageBarTitle>
          <ul className={styles.list}>
            {notes.map((note, index) => (
              <li key={index}>{text(note)}</li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
      {rows.length === 0 ? (
        <Text>{t('window.wizardsReplication.paste.nothing')}</Text>
      ) : (
        <DataTable
          label={t('window.wizardsReplication.paste.result')}
          columns={[t('window.wizardsReplication.paste.setting'), t('window.wizardsReplication.paste.value')]}
          rows={rows}
          code
        />
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div className={styles.buttons}>
        <Button disabled={rows.length === 0 || props.taken} onClick={props.onTake}>
          {t('window.wizardsReplication.paste.take')}
        </Button>
        {credentials === null ? null : (
          <Button disabled={kept} onClick={() => void keep()}>
            {t(kept ? 'window.wizardsReplication.paste.kept' : 'window.wizardsReplication.paste.keep', {
              user: credentials.user,
            })}
          </Button>
        )}
      </div>
    </div>
  )
}
