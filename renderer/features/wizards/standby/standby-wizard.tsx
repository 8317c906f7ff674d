import { useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { NameField, PortField } from '../fields/new-instance-fields.tsx'
import { fieldOfRefusal } from '../frame/field-of-refusal.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'
import { MethodField } from './method-field.tsx'
import { NoSource } from './no-source.tsx'
import { SourceField } from './source-field.tsx'
import { foldedFields, StandbyAdvanced } from './standby-advanced.tsx'
import { cloneParams, emptyStandbyForm, sourcesAmong, type StandbyForm, standbyName } from './standby-form.ts'

const fields = ['source', 'name', 'port', 'method', ...foldedFields] as const

/** A base backup that is started as a hot standby. */
export function StandbyWizard(props: { readonly source: string | null }) {
  const { t } = useTranslator()
  const instances = useInstances()
  const sources = sourcesAmong(instances)
  const [taken] = useState(() => instances.map((instance) => instance.name))
  const [form, setForm] = useState(() => emptyStandbyForm(props.source, sources))
  const set = (change: Partial<StandbyForm>): void => setForm((before) => ({ ...before, ...change }))
  const name = form.source === '' ? (form.name ?? '') : standbyName(form, taken)
  const { source } = form
  return (
    <Wizard
      title={t('window.wizards.standby.title')}
      intro={t('window.wizards.standby.intro')}
      explanation={[
        t('window.wizards.standby.explain-source'),
        t('window.wizards.standby.explain-copy'),
        t('window.wizards.standby.explain-done'),
      ]}
      request={source === '' ? null : { operation: 'clone', params: cloneParams(form, name) }}
      runLabel={t('window.wizards.standby.run')}
      fieldOf={(refusal) => fieldOfRefusal(refusal, fields)}
      result={
        <NextSteps
          result={t('window.wizards.standby.result', { name, source })}
          steps={[
            { label: t('window.wizards.standby.next-playground'), path: `/playground/${name}` },
            { label: t('window.wizards.standby.next-replication'), path: `/replication/${name}` },
            { label: t('window.wizards.open-instance', { name }), path: `/instance/${name}` },
          ]}
        />
      }
    >
      {({ at, preview, refused }) => (
        <>
          {sources.length === 0 ? <NoSource hasInstances={instances.length > 0} /> : null}
          <SourceField
            sources={sources}
            value={source}
            onChange={(next) => set({ source: next })}
            check={at('source')}
          />
          <NameField value={name} onChange={(next) => set({ name: next })} check={at('name')} />
          <PortField
            value={form.port}
            onChange={(port) => set({ port })}
            check={at('port')}
            preview={preview}
          />
          <MethodField value={form.method} onChange={(method) => set({ method })} check={at('method')} />
          <StandbyAdvanced form={form} onChange={set} at={at} preview={preview} refused={refused} />
        </>
      )}
    </Wizard>
  )
}
