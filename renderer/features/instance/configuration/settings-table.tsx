import { Badge, Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { ConfigLine } from '../../../../shared/model/readings.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import type { SettingChange } from './setting-change.ts'

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  name: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  place: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  edit: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

/** One row a setting: what the files say, what the server does, where it comes from. */
export function SettingsTable(props: {
  readonly settings: readonly ConfigLine[]
  readonly running: boolean
  readonly onChange?: (change: SettingChange) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [editing, setEditing] = useState<string | null>(null)
  const { onChange } = props
  return (
    <DataTable
      fits
      label={t('window.instance.configuration.settings-table')}
      columns={[
        t('window.instance.configuration.name'),
        t('window.instance.configuration.file-value'),
        t('window.instance.configuration.server-value'),
        t('window.instance.configuration.source'),
        ...(onChange === undefined ? [] : [t('window.instance.configuration.edit')]),
      ]}
      rows={props.settings.map((line) => [
        <Text key="name" size={200} className={styles.name}>
          {line.name}
        </Text>,
        editing === line.name && onChange !== undefined ? (
          <EditValue key="edit" line={line} onChange={onChange} onClose={() => setEditing(null)} />
        ) : (
          <Code key="file" text={line.fileValue} />
        ),
        <ServerValue key="server" line={line} running={props.running} />,
        <Source key="source" line={line} />,
        ...(onChange === undefined
          ? []
          : [
              isFixed(line) ? null : (
                <Button
                  key="edit"
                  size="small"
                  appearance="subtle"
                  icon={<EditRegular />}
                  aria-label={t('window.instance.configuration.edit-one', { setting: line.name })}
                  onClick={() => setEditing(line.name)}
                />
              ),
            ]),
      ])}
    />
  )
}

/** Where the server's own files lie is told by how it was started. */
const isFixed = ({ fileValue, source }: ConfigLine): boolean => fileValue === null && source === 'override'

function Code(props: { readonly text: string | null }) {
  const styles = useStyles()
  return props.text === null ? (
    '–'
  ) : (
    <Text size={200} className={styles.code}>
      {props.text === '' ? "''" : props.text}
    </Text>
  )
}

function ServerValue(props: { readonly line: ConfigLine; readonly running: boolean }) {
  const { t } = useTranslator()
  const { serverValue, pendingRestart } = props.line
  if (serverValue === null) return props.running ? t('window.app.unknown') : '–'
  return (
    <>
      <Code text={serverValue} />{' '}
      {pendingRestart ? (
        <Badge appearance="tint" color="warning">
          {t('window.instance.configuration.pending-restart')}
        </Badge>
      ) : null}
    </>
  )
}

function Source(props: { readonly line: ConfigLine }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { file, line, source } = props.line
  const told = source === 'override' ? t('window.instance.configuration.source-override') : source
  return (
    <Text size={200} className={styles.place} {...(file === null ? {} : { title: file })}>
      {file === null ? (told ?? '–') : `${file.split(/[/\\]/).at(-1) ?? file}:${line ?? ''}`}
    </Text>
  )
}

function EditValue(props: {
  readonly line: ConfigLine
  readonly onChange: (change: SettingChange) => void
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name, fileValue, serverValue } = props.line
  const [value, setValue] = useState(fileValue ?? serverValue ?? '')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const change = (to: string | null): void => {
    props.onChange({ name, value: to })
    props.onClose()
  }
  return (
    <form
      ref={form}
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        change(value)
      }}
    >
      <Input
        size="small"
        aria-label={t('window.instance.configuration.new-value', { setting: name })}
        value={value}
        onChange={(_event, data) => setValue(data.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? props.onClose() : undefined)}
      />
      <Button size="small" type="submit" appearance="primary" disabled={value === fileValue}>
        {t('window.instance.configuration.change-ellipsis')}
      </Button>
      {fileValue === null ? null : (
        <Button size="small" onClick={() => change(null)}>
          {t('window.instance.configuration.take-out')}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={props.onClose}>
        {t('window.app.cancel')}
      </Button>
    </form>
  )
}
