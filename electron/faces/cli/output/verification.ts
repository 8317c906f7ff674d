import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { Verification } from '../../../../shared/model/verification.ts'

/** The checks, one on a line, and what they come to. */
export function formatVerification({ ok, checks }: Verification, t: Translator): string[] {
  return [
    ...checks.map((check) => `${check.ok ? '✓' : '✗'} ${t.t(`cli.checks.${check.id}`)}: ${check.detail}`),
    t.t(ok ? 'cli.verify.ok' : 'cli.verify.not-ok'),
  ]
}
