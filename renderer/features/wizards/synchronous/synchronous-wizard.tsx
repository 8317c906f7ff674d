import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import { NextSteps } from '../frame/next-steps.tsx'
import { Wizard } from '../frame/wizard.tsx'
import { SynchronousState } from './synchronous-state.tsx'

/** Makes commits wait for a standby, or no longer. */
export function SynchronousWizard({ name }: { readonly name: string }) {
  const { t } = useTranslator()
  const standby = useInstance(name)
  const isNow = standby?.syncState === 'sync' || standby?.syncState === 'quorum'
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [asked, setAsked] = useState(true)
  // A standby that is gone is in no view, and whoever comes here for it wants its commits freed.
  const isGone = standby !== undefined && standby.syncState === null
  const on = chosen ?? !(isNow || isGone)
  const upstream = standby?.upstream ?? null
  return (
    <Wizard
      title={t('window.wizardsReplication.sync.title', { name })}
      intro={t('window.wizardsReplication.sync.intro')}
      request={{ operation: 'synchronous', params: { standby: name, on } }}
      runLabel={t(`window.wizardsReplication.sync.run-${on ? 'on' : 'off'}`)}
      fieldOf={({ code }) => (on && code === 'standby-not-streaming' ? 'on' : null)}
      unfolded
      explanation={[
        t('window.wizardsReplication.sync.explain-wait'),
        t('window.wizardsReplication.sync.explain-away'),
        t('window.wizardsReplication.sync.explain-free'),
        t('window.wizardsReplication.sync.explain-session'),
      ]}
      onStarted={() => setAsked(on)}
      result={
        <NextSteps
          result={t(`window.wizardsReplication.sync.done-${asked ? 'on' : 'off'}`, {
            name,
            upstream: upstream ?? '?',
          })}
          steps={[
            {
              label: t('window.wizardsReplication.see-replication'),
              path: `/replication/${upstream ?? name}`,
            },
            { label: t('window.wizardsReplication.see-playground'), path: `/playground/${name}` },
          ]}
        />
      }
    >
      {(checks) => (
        <>
          {upstream === null ? null : <SynchronousState standby={name} upstream={upstream} />}
          <Field label={t('window.wizardsReplication.sync.choose')} {...checks.at('on')}>
            <RadioGroup value={on ? 'on' : 'off'} onChange={(_event, { value }) => setChosen(value === 'on')}>
              <Radio value="on" label={t('window.wizardsReplication.sync.on', { name })} />
              <Radio value="off" label={t('window.wizardsReplication.sync.off', { name })} />
            </RadioGroup>
          </Field>
        </>
      )}
    </Wizard>
  )
}
