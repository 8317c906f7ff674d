import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'
import { useLastSeen } from '../../../stores/live-store.ts'
import { ChoiceLabel } from '../fields/choice-label.tsx'
import { fieldOfRefusal } from '../frame/field-of-refusal.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'

const fields = ['deleteData'] as const

/** Takes an instance out of the list; its data are kept unless asked otherwise. */
export function RemoveWizard(props: { readonly name: string }) {
  const { t } = useTranslator()
  const { name } = props
  const instance = useLastSeen(name)
  const [deleteData, setDeleteData] = useState(false)
  const path = instance?.dataDir ?? ''
  const upstream = instance?.upstream ?? null
  const slot = instance?.entry.slot ?? null
  return (
    <Wizard
      title={t('window.wizards.remove.title', { name })}
      intro={t('window.wizards.remove.intro')}
      explanation={[
        ...(upstream === null || slot === null
          ? []
          : [t('window.wizards.remove.untie-slot', { slot, upstream })]),
        ...(upstream === null ? [] : [t('window.wizards.remove.untie-sync', { upstream })]),
        t(
          instance?.entry.origin === 'adopted'
            ? 'window.wizards.remove.explain-adopted'
            : 'window.wizards.remove.explain-stop',
        ),
      ]}
      request={{ operation: 'remove', params: { name, deleteData } }}
      runLabel={t(deleteData ? 'window.wizards.remove.run-delete' : 'window.wizards.remove.run')}
      {...(deleteData ? { typeName: name } : {})}
      fieldOf={(refusal) => fieldOfRefusal(refusal, fields)}
      result={
        <NextSteps
          result={
            deleteData
              ? t('window.wizards.remove.result', { name })
              : t('window.wizards.remove.result-kept', { name, path })
          }
          steps={[{ label: t('window.wizards.go-home'), path: '/' }]}
        />
      }
    >
      {instance === undefined
        ? null
        : ({ at }) => (
            <Field label={t('window.wizards.remove.data')} {...at('deleteData')}>
              <RadioGroup
                value={deleteData ? 'delete' : 'keep'}
                onChange={(_event, { value }) => setDeleteData(value === 'delete')}
              >
                <Radio
                  value="keep"
                  label={
                    <ChoiceLabel
                      title={t('window.wizards.remove.keep')}
                      hint={t('window.wizards.remove.keep-hint', { path })}
                    />
                  }
                />
                <Radio
                  value="delete"
                  label={
                    <ChoiceLabel
                      title={t('window.wizards.remove.delete')}
                      hint={t('window.wizards.remove.delete-hint')}
                    />
                  }
                />
              </RadioGroup>
            </Field>
          )}
    </Wizard>
  )
}
