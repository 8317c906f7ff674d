import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { PlanPreview, StepPreview } from '../../../../shared/model/plan-preview.ts'

/** What `--json` tells of a plan. */
export const previewDocument = (
  { operation, assumes, confirmations, notices, steps }: PlanPreview,
  t: Translator,
) => ({
  operation,
  assumes,
  confirmations: confirmations.map(({ text }) => t.text(text)),
  notices: notices.map((notice) => t.text(notice)),
  steps: steps.map(({ title, commands: { reason, ...commands }, ...step }) => ({
    ...step,
    title: t.text(title),
    commands: reason === undefined ? commands : { ...commands, reason: t.text(reason) },
  })),
})

/** A plan for people: each step with the command that one would type and the changes to files. */
export function formatPreview(preview: PlanPreview, t: Translator): string[] {
  const { confirmations, notices, steps } = preview
  if (steps.length === 0) return [t.t('cli.preview.nothing'), ...notices.map((notice) => t.text(notice))]
  return [
    t.t('cli.preview.heading', { operation: preview.operation, count: steps.length }),
    ...confirmations.map(({ text }) => `  ! ${t.text(text)}`),
    ...notices.map((notice) => `  · ${t.text(notice)}`),
    ...steps.flatMap((step, index) => ['', ...formatStep(step, index + 1, t)]),
    '',
    t.t('cli.preview.unchanged'),
  ]
}

function formatStep(
  { title, undo, commands, changes }: StepPreview,
  number: number,
  t: Translator,
): string[] {
  const command = process.platform === 'win32' ? commands.cmd : commands.sh
  return [
    `${String(number)}. ${t.text(title)}${undo === 'point-of-no-return' ? `  [${t.t('cli.preview.point-of-no-return')}]` : ''}`,
    ...(command === null
      ? [
          `     (${t.t('cli.preview.not-by-hand', { reason: commands.reason === undefined ? '' : t.text(commands.reason) })})`,
        ]
      : command.split('\n').map((line) => `     $ ${line}`)),
    ...changes.flatMap(({ diff }) =>
      diff
        .trimEnd()
        .split('\n')
        .map((line) => `     ${line}`),
    ),
  ]
}
