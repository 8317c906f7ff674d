import type { Text } from '../../../../shared/i18n/text.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import type { Observation } from '../../monitor/observation.ts'

/** What a check is made from: both ends of the stream, and the primary at the top, each as just observed. */
export interface Pair {
  readonly standby: Observation
  readonly upstream: Observation
  /** The upstream itself unless that is a standby too. */
  readonly root: Observation
}

/** Sessions with the two servers a row travels between. */
export interface PairSessions {
  readonly standby: Session
  readonly root: Session
}

export interface CheckResult {
  readonly ok: boolean
  readonly detail: Text
}

export const passed = (detail: Text): CheckResult => ({ ok: true, detail })
export const failed = (detail: Text): CheckResult => ({ ok: false, detail })
