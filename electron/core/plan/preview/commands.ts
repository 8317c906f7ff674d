import type { Step, StepKind, StepOf } from '../steps/step.ts'
import type { Plan } from '../plan.ts'
import { baseBackupByHand } from './by-hand/base-backup.ts'
import { type ByHand, type Commands, type HandContext, notByHand } from './by-hand/by-hand.ts'
import {
  addHbaRulesByHand,
  configureByHand,
  standbyFileByHand,
  writeFileByHand,
} from './by-hand/configuration.ts'
import { copyConfigurationByHand } from './by-hand/copy-configuration.ts'
import { removePassfileByHand, replicationRoleByHand, writePassfileByHand } from './by-hand/credentials.ts'
import { createDirectoryByHand, renameByHand } from './by-hand/directories.ts'
import { checkFileByHand, editFileByHand } from './by-hand/edit-file.ts'
import { removeDataDirectoryByHand } from './by-hand/remove-data-directory.ts'
import {
  controlServiceByHand,
  initdbByHand,
  promoteByHand,
  reloadByHand,
  replayByHand,
  restartByHand,
  slotByHand,
  startByHand,
  stopByHand,
} from './by-hand/servers.ts'
import { waitByHand } from './by-hand/wait.ts'

export type { Commands } from './by-hand/by-hand.ts'

/** Names of the programs in a folder, such as `psql`; for folders that are not known, none. */
export type ToolsOf = (binDir: string) => readonly string[]

/**
 * What a person would have typed for a step, as in the guides; never a secret.
 *
 * Programs that `toolsOf` does not name (psql is missing from the bundled binaries) are called from PATH.
 */
export function commandsOf(step: Step, plan: Pick<Plan, 'targets'>, toolsOf: ToolsOf = () => []): Commands {
  const { cmd, sh, reason } = byHand(step, { plan, toolsOf })
  return reason === undefined ? { cmd, sh } : { cmd, sh, reason }
}

type Describe<Kind extends StepKind> = (step: StepOf<Kind>, context: HandContext) => ByHand

const kinds: { readonly [Kind in StepKind]: Describe<Kind> } = {
  'create-directory': createDirectoryByHand,
  'move-directory': ({ from, to }) => renameByHand(from, to),
  'remove-data-directory': removeDataDirectoryByHand,
  'write-passfile': writePassfileByHand,
  'remove-passfile': removePassfileByHand,
  'replication-role': replicationRoleByHand,
  initdb: initdbByHand,
  'start-server': startByHand,
  'stop-server': stopByHand,
  'restart-server': restartByHand,
  'reload-server': reloadByHand,
  'control-service': controlServiceByHand,
  'promote-server': promoteByHand,
  replay: replayByHand,
  configure: configureByHand,
  'add-hba-rules': addHbaRulesByHand,
  'copy-configuration': copyConfigurationByHand,
  'standby-file': standbyFileByHand,
  'write-file': writeFileByHand,
  'edit-file': editFileByHand,
  'check-file': checkFileByHand,
  slot: slotByHand,
  'base-backup': baseBackupByHand,
  'complete-copy': ({ partialDir, dataDir }) => renameByHand(partialDir, dataDir),
  wait: waitByHand,
  catalogue: () => notByHand('only-in-pgtandem'),
}

/** The same, and what a script does instead where a person would look and wait. */
export function byHand(step: Step, context: HandContext): ByHand {
  return (kinds[step.kind] as Describe<StepKind>)(step, context)
}
