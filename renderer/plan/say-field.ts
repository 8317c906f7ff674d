import type { InstanceStatus } from '../../shared/model/instance-status.ts'
import type { WindowTranslator } from '../../shared/i18n/window/translate.ts'
import { formatBytes, formatSeconds } from '../language/format.ts'

/** A field of a status as a person reads it; "not known" for one that is null or is not there. */
export function sayField(
  status: InstanceStatus | undefined,
  field: string,
  { t, language }: WindowTranslator,
): string {
  const unknown = t('window.app.unknown')
  if (status === undefined) return unknown
  switch (field) {
    case 'state':
      return t(`window.app.states.${status.state}`)
    case 'role':
      return t(`window.app.roles.${status.role}`)
    case 'lagBytes':
      return status.lagBytes === null ? unknown : formatBytes(status.lagBytes, language)
    case 'lagSeconds':
      return status.lagSeconds === null ? unknown : formatSeconds(status.lagSeconds, language)
    case 'replication':
      return status.replication.length === 0
        ? '–'
        : status.replication
            .map(({ applicationName, state }) => `${applicationName}: ${state ?? unknown}`)
            .join('\n')
    case 'walReceiver':
      return status.walReceiver === null ? '–' : (status.walReceiver.status ?? unknown)
    default: {
      const value: unknown = Object.entries(status).find(([key]) => key === field)?.[1]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : unknown
    }
  }
}
