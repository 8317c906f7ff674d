import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import type { ConninfoReading } from '../../../../shared/model/standby-settings.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { labelled, TextField } from '../fields/text-field.tsx'
import { type KnownPart, knownParts } from './standby-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalL,
  },
})

const choices: Partial<Record<KnownPart, readonly string[]>> = {
  sslmode: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
  keepalives: ['1', '0'],
}

/** primary_conninfo part by part; parts that have no field of their own follow by their keyword. */
export function ConninfoFields(props: {
  readonly now: ConninfoReading
  readonly parts: Readonly<Record<string, string>>
  readonly onChange: (part: string, value: string) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { now, parts } = props
  const others = Object.keys(parts).filter((part) => !knownParts.some((known) => known === part))
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{t('window.wizardsReplication.settings.connection')}</Subtitle2>
      {now.kind === 'unreadable' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('window.wizardsReplication.settings.conninfo-unreadable', { text: now.text })}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.fields}>
        {knownParts.map((part) => (
          <PartField key={part} part={part} value={parts[part] ?? ''} onChange={props.onChange} />
        ))}
        {others.map((part) => (
          <TextField
            key={part}
            label={part}
            value={parts[part] ?? ''}
            onChange={(value) => props.onChange(part, value)}
            check={{}}
          />
        ))}
      </div>
    </section>
  )
}

function PartField(props: {
  readonly part: KnownPart
  readonly value: string
  readonly onChange: (part: string, value: string) => void
}) {
  const { t } = useTranslator()
  const { part, value } = props
  const label = `${t(`window.wizardsReplication.parts.${part}.label`)} (${part})`
  const help = t(`window.wizardsReplication.parts.${part}.help`)
  const offered = choices[part]
  if (offered === undefined)
    return (
      <TextField
        label={label}
        help={help}
        value={value}
        onChange={(typed) => props.onChange(part, typed)}
        check={{}}
      />
    )
  const all = value === '' || offered.includes(value) ? offered : [...offered, value]
  return (
    <Field label={labelled(label, help)}>
      <Select value={value} onChange={(_event, data) => props.onChange(part, data.value)}>
        <option value="">{t('window.wizardsReplication.settings.default')}</option>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </Field>
  )
}
