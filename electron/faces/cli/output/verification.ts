import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { Verification } from '../../../../shared/model/verification.ts'

/** What `--json` tells of them. */
export const verificationDocument = ({ ok, checks }: Verification, t: Translator) => ({
  ok,
  checks: checks.map((check) => ({ ...check, detail: t.text(check.detail) })),
})

/** The checks, one on a line, and what they come to. */
export function formatVerification({ ok, checks }: Verification, t: Translator): string[] {
  return [
    ...checks.map(
      (check) => `${check.ok ? '✓' : '✗'} ${t.t(`cli.checks.${check.id}`)}: ${t.text(check.detail)}`,
    ),
    t.t(ok ? 'cli.verify.ok' : 'cli.verify.not-ok'),
  ]
}
