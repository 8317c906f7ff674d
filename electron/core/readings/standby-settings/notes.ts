import type { Text } from '../../../../shared/i18n/text.ts'
import type { RecoveryProblem } from '../../../postgres/facts/recovery/convert.ts'
import type { DroppedSetting } from '../../../postgres/facts/recovery/settings.ts'

/** Why a version has no place for a setting. */
export const sayDropped = ({ name, reason }: DroppedSetting): Text => ({
  key: `findings.${reason}.message`,
  params: { name },
})

/** What is wrong with a recovery.conf, or other than before once it is converted. */
export function sayRecoveryProblem(problem: RecoveryProblem): Text {
  switch (problem.kind) {
    case 'broken-line':
    case 'include-ignored':
      return { key: `conversion.${problem.kind}`, params: { text: problem.text.trim() } }
    case 'not-boolean':
      return { key: 'conversion.not-boolean', params: { name: problem.name, value: problem.value } }
    case 'several-targets':
      return { key: 'conversion.several-targets', params: { names: problem.names.map(snake).join(', ') } }
    case 'no-source':
    case 'timeline-now-latest':
      return { key: `conversion.${problem.kind}` }
  }
}

const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
