import type { catalogue } from '../../../shared/i18n/en/index.ts'
import type { TextParams } from '../../../shared/i18n/text.ts'
import type { Finding, Fix, Severity } from '../../../shared/model/instance-status.ts'
import type { Subject } from './subject.ts'

/** Every problem that can be diagnosed; its sentences stand under `findings` in the catalogues. */
export type FindingCode = keyof (typeof catalogue)['findings']

/** A finding whose sentences are there. */
export interface Diagnosis extends Finding {
  readonly code: FindingCode
}

/** One rule: looks at one instance, and at the others where it must. Pure. */
export type Rule = (subject: Subject, all: readonly Subject[]) => readonly Diagnosis[]

/** A diagnosis with its two sentences. */
export function diagnosis(code: FindingCode, severity: Severity, params: TextParams, fix?: Fix): Diagnosis {
  return {
    code,
    severity,
    message: { key: `findings.${code}.message`, params },
    hint: { key: `findings.${code}.hint`, params },
    ...(fix === undefined ? {} : { fix }),
  }
}
