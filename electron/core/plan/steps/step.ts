import type { CatalogueStep } from './catalogue.ts'
import type {
  AddHbaRulesStep,
  ConfigureStep,
  CopyConfigurationStep,
  StandbyFileStep,
  WriteFileStep,
} from './configuration.ts'
import type { CheckFileStep, EditFileStep } from './edit-file.ts'
import type { RemovePassfileStep, ReplicationRoleStep, WritePassfileStep } from './credentials.ts'
import type { CreateDirectoryStep, MoveDirectoryStep, RemoveDataDirectoryStep } from './directories.ts'
import type { BaseBackupStep, CompleteCopyStep, SlotStep, WaitStep } from './replication.ts'
import type {
  InitdbStep,
  PromoteServerStep,
  ReloadServerStep,
  ReplayStep,
  RestartServerStep,
  StartServerStep,
  StopServerStep,
} from './servers.ts'
import type { ControlServiceStep } from './services.ts'
import type { Unnumbered } from './step-base.ts'

/** Everything that a plan can do. Plain JSON. */
export type Step =
  | CreateDirectoryStep
  | MoveDirectoryStep
  | RemoveDataDirectoryStep
  | WritePassfileStep
  | RemovePassfileStep
  | ReplicationRoleStep
  | InitdbStep
  | StartServerStep
  | StopServerStep
  | RestartServerStep
  | ReloadServerStep
  | ControlServiceStep
  | PromoteServerStep
  | ReplayStep
  | ConfigureStep
  | AddHbaRulesStep
  | CopyConfigurationStep
  | StandbyFileStep
  | WriteFileStep
  | EditFileStep
  | CheckFileStep
  | SlotStep
  | BaseBackupStep
  | CompleteCopyStep
  | WaitStep
  | CatalogueStep

export type StepKind = Step['kind']

export type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>

/** A step as its builder makes it. */
export type StepDraft = Unnumbered<Step>

/** Gives each step its id: `01-initdb`, `02-configure`, … */
export function numberSteps(drafts: readonly StepDraft[]): Step[] {
  return drafts.map((draft, index) => ({
    id: `${String(index + 1).padStart(2, '0')}-${draft.kind}`,
    ...draft,
  }))
}
