import { useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import { Facts } from '../fields/facts.tsx'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'

/** A fresh base backup for a standby that can no longer follow. */
export function RecloneWizard(props: { readonly name: string }) {
  const { t } = useTranslator()
  const { name } = props
  const instance = useInstance(name)
  const [upstream, setUpstream] = useState('')
  return (
    <Wizard
      title={t('window.wizards.reclone.title', { name })}
      intro={t('window.wizards.reclone.intro')}
      explanation={[
        t('window.wizards.reclone.explain-aside'),
        t('window.wizards.reclone.explain-settings'),
        t('window.wizards.reclone.explain-lower'),
      ]}
      request={{ operation: 'reclone', params: { name } }}
      runLabel={t('window.wizards.reclone.run')}
      fieldOf={() => null}
      onStarted={() => setUpstream(instance?.upstream ?? '')}
      result={
        <NextSteps
          result={t('window.wizards.reclone.result', { name, upstream })}
          steps={[
            { label: t('window.wizards.standby.next-replication'), path: `/replication/${name}` },
            { label: t('window.wizards.open-instance', { name }), path: `/instance/${name}` },
          ]}
        />
      }
    >
      {instance === undefined
        ? null
        : () => (
            <Facts
              facts={[
                [t('window.wizards.reclone.standby'), name],
                [t('window.wizards.reclone.state'), t(`window.app.states.${instance.state}`)],
                [t('window.wizards.reclone.upstream'), instance.upstream ?? t('window.app.unknown')],
                [t('window.wizards.reclone.folder'), instance.dataDir],
              ]}
            />
          )}
    </Wizard>
  )
}
