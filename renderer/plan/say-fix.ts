import type { WindowTranslator } from '../../shared/i18n/window/translate.ts'
import type { Fix } from '../../shared/model/instance-status.ts'

const known = ['start', 'stop', 'restart', 'resume', 'reclone', 'config', 'link', 'synchronous'] as const

/** What the button beside a finding says: what it does, and to which instance. */
export function sayFix({ t }: WindowTranslator, { operation, params }: Fix): string {
  const id = known.find((one) => one === operation)
  const name = params['name'] ?? params['standby']
  if (id === undefined || typeof name !== 'string') return t('window.app.mend-it')
  return t(`window.plan.fixes.${id}`, { name })
}
