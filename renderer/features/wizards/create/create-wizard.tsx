import { useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { Advanced } from '../fields/advanced.tsx'
import { NameField, NewFolderField, PortField } from '../fields/new-instance-fields.tsx'
import { SettingsField } from '../fields/settings-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { VersionField } from '../fields/version-field.tsx'
import { fieldOfRefusal } from '../frame/field-of-refusal.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'
import { type CreateForm, createParams, emptyCreateForm } from './create-form.ts'

const folded = ['dataDir', 'locale', 'settings'] as const
const fields = ['name', 'port', 'pg', ...folded] as const

/** A new, empty primary. */
export function CreateWizard() {
  const { t } = useTranslator()
  const instances = useInstances()
  const [form, setForm] = useState(() => emptyCreateForm(instances.map(({ name }) => name)))
  const set =
    <Key extends keyof CreateForm>(key: Key) =>
    (value: CreateForm[Key]): void =>
      setForm((before) => ({ ...before, [key]: value }))
  const { name } = form
  return (
    <Wizard
      title={t('window.wizards.create.title')}
      intro={t('window.wizards.create.intro')}
      explanation={[
        t('window.wizards.create.explain-server'),
        t('window.wizards.create.explain-access'),
        t('window.wizards.create.explain-undo'),
      ]}
      request={{ operation: 'create', params: createParams(form) }}
      runLabel={t('window.wizards.create.run')}
      fieldOf={(refusal) => fieldOfRefusal(refusal, fields)}
      result={
        <NextSteps
          result={t('window.wizards.create.result', { name })}
          steps={[
            { label: t('window.wizards.create.next-standby'), path: `/do/standby/${name}` },
            { label: t('window.wizards.open-instance', { name }), path: `/instance/${name}` },
          ]}
        />
      }
    >
      {({ at, preview, refused }) => (
        <>
          <NameField value={name} onChange={set('name')} check={at('name')} />
          <VersionField value={form.pg} onChange={set('pg')} check={at('pg')} />
          <PortField value={form.port} onChange={set('port')} check={at('port')} preview={preview} />
          <Advanced refused={folded.some((field) => field === refused)}>
            <NewFolderField
              value={form.dataDir}
              onChange={set('dataDir')}
              check={at('dataDir')}
              preview={preview}
            />
            <TextField
              label={t('window.wizards.fields.locale')}
              help={t('window.wizards.fields.locale-help')}
              value={form.locale}
              onChange={set('locale')}
              check={at('locale')}
            />
            <SettingsField rows={form.settings} onChange={set('settings')} check={at('settings')} />
          </Advanced>
        </>
      )}
    </Wizard>
  )
}
