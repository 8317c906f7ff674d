import type { StepRunner } from '../job/step-runner.ts'
import type { Step, StepKind, StepOf } from '../steps/step.ts'
import { catalogueRunner } from './catalogue.ts'
import {
  addHbaRulesRunner,
  configureRunner,
  copyConfigurationRunner,
  standbyFileRunner,
} from './configuration.ts'
import { removePassfileRunner, replicationRoleRunner, writePassfileRunner } from './credentials.ts'
import { createDirectoryRunner, moveDirectoryRunner } from './directories.ts'
import { checkFileRunner, editFileRunner } from './edit-file.ts'
import { initdbRunner } from './initdb.ts'
import { promoteServerRunner, replayRunner } from './promote.ts'
import { removeDataDirectoryRunner } from './remove-data-directory.ts'
import { baseBackupRunner, completeCopyRunner, slotRunner } from './replication.ts'
import { reloadServerRunner, restartServerRunner, startServerRunner, stopServerRunner } from './servers.ts'
import { controlServiceRunner } from './services.ts'
import { waitRunner } from './wait.ts'
import { writeFileRunner } from './write-file.ts'

const runners: { readonly [Kind in StepKind]: StepRunner<StepOf<Kind>> } = {
  'create-directory': createDirectoryRunner,
  'move-directory': moveDirectoryRunner,
  'remove-data-directory': removeDataDirectoryRunner,
  'write-passfile': writePassfileRunner,
  'remove-passfile': removePassfileRunner,
  'replication-role': replicationRoleRunner,
  initdb: initdbRunner,
  'start-server': startServerRunner,
  'stop-server': stopServerRunner,
  'restart-server': restartServerRunner,
  'reload-server': reloadServerRunner,
  'control-service': controlServiceRunner,
  'promote-server': promoteServerRunner,
  replay: replayRunner,
  configure: configureRunner,
  'add-hba-rules': addHbaRulesRunner,
  'copy-configuration': copyConfigurationRunner,
  'standby-file': standbyFileRunner,
  'write-file': writeFileRunner,
  'edit-file': editFileRunner,
  'check-file': checkFileRunner,
  slot: slotRunner,
  'base-backup': baseBackupRunner,
  'complete-copy': completeCopyRunner,
  wait: waitRunner,
  catalogue: catalogueRunner,
}

/** How a step takes effect. The compiler holds the table complete. */
export function runnerOf(step: Step): StepRunner<Step> {
  return runners[step.kind]
}
