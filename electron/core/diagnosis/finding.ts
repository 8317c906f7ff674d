import type { catalogue } from '../../../shared/i18n/en/index.ts'
import type { Text, TextParams } from '../../../shared/i18n/text.ts'
import type { Severity } from '../../../shared/model/instance-status.ts'
import type { Subject } from './subject.ts'

/** Every problem that can be diagnosed; its sentences stand under `findings` in the catalogues. */
export type FindingCode = keyof (typeof catalogue)['findings']

/** An operation that would mend it, ready to be planned. */
export interface Fix {
  readonly operation: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A diagnosed problem, not yet in a language. */
export interface Diagnosis {
  readonly code: FindingCode
  readonly severity: Severity
  readonly message: Text
  readonly hint: Text
  /** Absent where only a person can decide what to do. */
  readonly fix?: Fix
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
