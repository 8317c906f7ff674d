import { useState } from 'react'
import { useSearch } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useDiscovery } from '../../../api/use-discovery.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { Advanced } from '../fields/advanced.tsx'
import { FolderField } from '../fields/folder-field.tsx'
import { NameField } from '../fields/new-instance-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { fieldOfRefusal } from '../frame/field-of-refusal.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'
import {
  type AdoptForm,
  adoptReasons,
  adoptName,
  adoptParams,
  DEFAULT_USER,
  emptyAdoptForm,
  foundAt,
} from './adopt-form.ts'
import { FoundServers } from './found-servers.tsx'
import { PasswordField } from './password-field.tsx'
import { useStoredPassword } from './use-stored-password.ts'

const folded = ['user', 'binDir', 'configFile'] as const
const fields = ['dataDir', 'name', 'password', ...folded] as const

/** A server that is on this machine already; `?dataDir=` names it beforehand. */
export function AdoptWizard() {
  const { t } = useTranslator()
  const search = useSearch()
  const instances = useInstances()
  const [form, setForm] = useState(() => emptyAdoptForm(new URLSearchParams(search).get('dataDir') ?? ''))
  const [password, setPassword] = useState<string | null>(null)
  const discovery = useDiscovery()
  const set = (change: Partial<AdoptForm>): void => setForm((before) => ({ ...before, ...change }))
  // As they were when it began: afterwards the new one is among them.
  const [atStart, setAtStart] = useState<readonly InstanceView[] | null>(null)
  const before = atStart ?? instances
  const known = before.find((instance) => instance.dataDir === form.dataDir.trim())
  const name = adoptName(form, known, before)
  const user = form.user.trim() || (known?.entry.user ?? DEFAULT_USER)
  // The password of another instance is not to be overwritten, whatever is typed as the name.
  const isOthers = before.some((instance) => instance.name === name && instance !== known)
  const stored = useStoredPassword(name, user, isOthers ? null : password)
  return (
    <Wizard
      title={t('window.wizards.adopt.title')}
      intro={t('window.wizards.adopt.intro')}
      explanation={[
        t('window.wizards.adopt.explain-nothing'),
        t('window.wizards.adopt.explain-access'),
        t('window.wizards.adopt.explain-commands'),
      ]}
      request={form.dataDir.trim() === '' ? null : { operation: 'adopt', params: adoptParams(form, name) }}
      occasion={stored.occasion}
      runLabel={t('window.wizards.adopt.run')}
      fieldOf={(refusal) => fieldOfRefusal(refusal, fields)}
      say={({ code, params }) => {
        const reason = adoptReasons.find((known) => known === params['reason'])
        return code !== 'instance-unreachable' || reason === undefined
          ? null
          : t(`window.wizards.adopt.reasons.${reason}`, { user })
      }}
      onStarted={() => {
        setAtStart(instances)
        stored.keep(true)
      }}
      onBack={() => {
        setAtStart(null)
        stored.keep(false)
      }}
      result={
        <NextSteps
          result={t('window.wizards.adopt.result', { name })}
          steps={[
            { label: t('window.wizards.open-instance', { name }), path: `/instance/${name}` },
            { label: t('window.wizards.adopt.next-standby'), path: `/do/standby/${name}` },
          ]}
        />
      }
    >
      {({ at, refused }) => (
        <>
          <FoundServers
            reading={discovery}
            chosen={foundAt(discovery.value ?? [], form.dataDir)?.dataDir ?? null}
            onChoose={(dataDir) => set({ dataDir: dataDir ?? '' })}
          />
          <FolderField
            required
            label={t('window.wizards.fields.folder')}
            hint={t('window.wizards.adopt.folder-hint')}
            value={form.dataDir}
            onChange={(dataDir) => set({ dataDir })}
            check={at('dataDir')}
          />
          <NameField value={name} onChange={(next) => set({ name: next })} check={at('name')} />
          {refused === 'password' || password !== null ? (
            <PasswordField user={user} onTry={setPassword} failure={stored.failure} check={at('password')} />
          ) : null}
          <Advanced refused={folded.some((field) => field === refused)}>
            <TextField
              label={t('window.wizards.adopt.user')}
              hint={t('window.wizards.adopt.user-hint')}
              value={form.user}
              onChange={(next) => set({ user: next })}
              check={at('user')}
            />
            <FolderField
              label={t('window.wizards.adopt.bin-dir')}
              hint={t('window.wizards.adopt.bin-dir-hint')}
              value={form.binDir}
              onChange={(binDir) => set({ binDir })}
              check={at('binDir')}
            />
            <TextField
              label={t('window.wizards.adopt.config-file')}
              hint={t('window.wizards.adopt.config-file-hint')}
              value={form.configFile}
              onChange={(configFile) => set({ configFile })}
              check={at('configFile')}
            />
          </Advanced>
        </>
      )}
    </Wizard>
  )
}
