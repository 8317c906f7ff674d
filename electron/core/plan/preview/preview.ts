import type { PlanPreview, StepPreview } from '../../../../shared/model/plan-preview.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../steps/step.ts'
import { type FileChange, type FileTexts, previewChanges } from './changes.ts'
import { type Commands, commandsOf, type ToolsOf } from './commands.ts'

/** What a preview needs besides the plan. */
export interface PreviewSources {
  readonly files: FileTexts
  /** Left out: client programs are called from PATH. */
  readonly toolsOf?: ToolsOf
  /** The folder of an installation's sample files. Left out: what initdb will write is not known. */
  readonly shareDirOf?: (binDir: string) => string | null
}

/** The plan as a person reads it: sentences, commands for both shells, diffs against the files as they are. */
export function previewOf(plan: Plan, { files, toolsOf, shareDirOf }: PreviewSources): PlanPreview {
  const changes = previewChanges(plan.steps, files, {
    targets: plan.targets,
    ...(shareDirOf === undefined ? {} : { shareDirOf }),
  })
  return {
    operation: plan.operation,
    assumes: plan.assumes,
    confirmations: plan.confirmations,
    notices: plan.notices,
    steps: plan.steps.map((step, index) =>
      stepPreview(step, commandsOf(step, plan, toolsOf), changes[index] ?? []),
    ),
  }
}

function stepPreview(step: Step, commands: Commands, changes: readonly FileChange[]): StepPreview {
  const { cmd, sh, reason } = commands
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    instance: step.instance,
    undo: step.undo,
    commands: reason === undefined ? { cmd, sh } : { cmd, sh, reason },
    changes,
  }
}
