import type { InstanceStatus } from '../../../shared/model/instance-status.ts'
import type { WindowTranslator } from '../../../shared/i18n/window/translate.ts'
import { formatBytes, formatSeconds } from '../../language/format.ts'

/** How far a standby is behind; empty when that is not known. */
export function sayLag(
  { lagBytes, lagSeconds }: Pick<InstanceStatus, 'lagBytes' | 'lagSeconds'>,
  { t, language }: WindowTranslator,
): string {
  if (lagBytes === null) return ''
  const bytes = formatBytes(lagBytes, language)
  return lagSeconds === null
    ? t('window.home.lag-bytes', { bytes })
    : t('window.home.lag', { bytes, seconds: formatSeconds(lagSeconds, language) })
}
