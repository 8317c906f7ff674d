import {
  Link as FluentLink,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Link } from 'wouter'
import type { InstanceView } from '../../shared/model/live-state.ts'
import type { SqlAnswer } from '../../shared/model/readings.ts'
import { DataTable } from '../components/data-table.tsx'
import { useTranslator } from '../language/translator.tsx'
import { useInstances } from '../stores/live-store.ts'

const useStyles = makeStyles({
  answer: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  words: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  null: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
})

/** PostgreSQL's code for a write in a read-only transaction; manual, "PostgreSQL Error Codes". */
const READ_ONLY = '25006'

/** What a server made of a statement: rows, notices, or its refusal. */
export function SqlAnswerView(props: {
  readonly answer: SqlAnswer
  readonly instance: InstanceView
  /** The console of its upstream is on the same page: no link to it is needed. */
  readonly besideUpstream?: boolean
}) {
  const styles = useStyles()
  const { answer } = props
  return (
    <div className={styles.answer}>
      {answer.kind === 'failed' ? (
        <Refused answer={answer} instance={props.instance} linked={props.besideUpstream !== true} />
      ) : (
        <Result answer={answer} />
      )}
    </div>
  )
}

function Result(props: { readonly answer: Extract<SqlAnswer, { kind: 'result' }> }) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { command, columns, rows, rowCount, more, notices, elapsedMs } = props.answer
  const elapsed = elapsedMs.toLocaleString(language, { maximumFractionDigits: elapsedMs < 10 ? 1 : 0 })
  return (
    <>
      <Text role="status" weight="semibold">
        {[
          command,
          ...(rowCount === null ? [] : [t('window.instance.console.rows', { count: rowCount })]),
          t('window.instance.console.elapsed', { elapsed }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      {notices.length === 0 ? null : (
        <MessageBar layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('window.instance.console.notices')}</MessageBarTitle>
            <pre className={styles.words}>{notices.join('\n')}</pre>
          </MessageBarBody>
        </MessageBar>
      )}
      {columns.length === 0 ? null : (
        <DataTable
          label={t('window.instance.console.result')}
          code
          columns={columns}
          rows={rows.map((row) =>
            row.map((value, index) =>
              value === null ? (
                <span key={index} className={styles.null}>
                  NULL
                </span>
              ) : (
                value
              ),
            ),
          )}
        />
      )}
      {more === 0 ? null : <Text>{t('window.instance.console.more', { shown: rows.length, more })}</Text>}
    </>
  )
}

function Refused(props: {
  readonly answer: Extract<SqlAnswer, { kind: 'failed' }>
  readonly instance: InstanceView
  readonly linked: boolean
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const instances = useInstances()
  const { answer, instance } = props
  const { sqlstate, message, lines } = answer
  const upstream = instances.find(({ name }) => props.linked && name === instance.upstream)
  const isStandby = sqlstate === READ_ONLY && instance.role === 'standby'
  const rest = lines.filter((line) => line !== message && line !== `ERROR: ${message}`)
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>
          {sqlstate === null ? null : ` SQLSTATE ${sqlstate}`}
          {rest.length === 0 ? null : <pre className={styles.words}>{rest.join('\n')}</pre>}
        </MessageBarBody>
      </MessageBar>
      {isStandby ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('window.instance.console.read-only')}</MessageBarTitle>{' '}
            {t('window.instance.console.read-only-explained', { name: instance.name })}{' '}
            {upstream === undefined ? null : (
              <Link href={`/instance/${upstream.name}/console`} asChild>
                <FluentLink inline>
                  {t('window.instance.console.open-other', { name: upstream.name })}
                </FluentLink>
              </Link>
            )}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  )
}
