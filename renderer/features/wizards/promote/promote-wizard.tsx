import { useState } from 'react'
import type { PromotionWay } from '../../../../shared/model/standby-settings.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanDialog } from '../../../plan/plan-dialog.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import type { Refusal } from '../frame/field-of-refusal.ts'
import { Wizard } from '../frame/wizard.tsx'
import { useStandbySettings } from '../standby-settings/use-standby-settings.ts'
import { DoNotInsist } from './do-not-insist.tsx'
import { LivePrimary } from './live-primary.tsx'
import { PromotionEffects } from './promotion-effects.tsx'
import { PromotionResult } from './promotion-result.tsx'
import { WayField } from './way-field.tsx'

const isGuarded = (code: string): boolean => code === 'primary-may-answer' || code === 'primary-not-known'

const primaryOf = ({ params }: Refusal): string | null =>
  params['primary'] === undefined ? null : String(params['primary'])

/** Makes a standby a primary; guarded as long as its primary still answers, or might. */
export function PromoteWizard({ name }: { readonly name: string }) {
  const { t } = useTranslator()
  const instance = useInstance(name)
  const [way, setWay] = useState<PromotionWay | null>(null)
  const [stopping, setStopping] = useState<string | null>(null)
  const [insists, setInsists] = useState(false)
  const [upstream, setUpstream] = useState<string | null>(null)
  const { value } = useStandbySettings(name)
  return (
    <>
      <Wizard
        title={t('window.wizardsReplication.promote.title', { name })}
        intro={t('window.wizardsReplication.promote.intro', { name })}
        request={{
          operation: 'promote',
          params: { name, force: insists, ...(way === null ? {} : { by: way }) },
        }}
        runLabel={t('window.wizardsReplication.promote.run', { name })}
        fieldOf={({ code }) =>
          isGuarded(code)
            ? 'primary'
            : code === 'no-trigger-file' || code === 'not-in-this-version'
              ? 'way'
              : null
        }
        unfolded
        typeName={name}
        explanation={[
          t('window.wizardsReplication.promote.explain-timeline'),
          t('window.wizardsReplication.promote.explain-two'),
          t('window.wizardsReplication.promote.explain-lost'),
        ]}
        onStarted={() => setUpstream(instance?.upstream ?? null)}
        result={<PromotionResult name={name} old={upstream} />}
      >
        {(checks) => (
          <>
            <PromotionEffects name={name} />
            {checks.refusal !== null && isGuarded(checks.refusal.code) && !insists ? (
              <LivePrimary
                name={name}
                primary={primaryOf(checks.refusal)}
                onStop={() => setStopping(String(checks.refusal?.params['primary'] ?? ''))}
                onInsist={() => setInsists(true)}
              />
            ) : null}
            {insists ? <DoNotInsist onClick={() => setInsists(false)} /> : null}
            <WayField
              name={name}
              ways={value?.promotion ?? ['pg_ctl']}
              way={way}
              onWay={setWay}
              check={checks.at('way')}
              needsTriggerFile={checks.refusal?.code === 'no-trigger-file'}
            />
          </>
        )}
      </Wizard>
      {stopping === null ? null : (
        <PlanDialog
          title={`${t('window.plan.actions.stop')} · ${stopping}`}
          request={{ operation: 'stop', params: { name: stopping } }}
          runLabel={t('window.plan.actions.stop')}
          onDone={() => setStopping(null)}
          onClose={() => setStopping(null)}
        />
      )}
    </>
  )
}
