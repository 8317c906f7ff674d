import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { Evidence } from '../model/evidence.ts'
import { configurationFiles } from '../model/readings.ts'
import type {
  ConfigReading,
  ConfigurationFile,
  ConnectionStrings,
  FoundServer,
  HbaReading,
  InstanceFacts,
  InstanceProcess,
  LogBatch,
  RecoveryReading,
  SqlAnswer,
} from '../model/readings.ts'
import type {
  RecoveryConversion,
  StandbySettingsDraft,
  StandbySettingsReading,
} from '../model/standby-settings.ts'
import type { Verification } from '../model/verification.ts'
import { procedure } from './base.ts'

export const instanceName = z.string().max(41)
const oneInstance = z.object({ name: instanceName })
const settingChanges = z.record(z.string().max(63), z.string().max(10_000).nullable())

/** Looking at one instance; nothing here changes one. */
export const instancesContract = {
  /**
   * Servers on this machine that are not in the catalogue yet: services, processes, and data directories of known places.
   * Each list has all that was found by then; the last one is complete.
   */
  discover: procedure.output(eventIterator(type<readonly FoundServer[]>())),
  /** What is too dear for every poll: size on disk, folders, programs. */
  facts: procedure.input(oneInstance).output(type<InstanceFacts>()),
  /** Each field of its status with what it was read from. */
  evidence: procedure.input(oneInstance).output(type<Readonly<Record<string, Evidence>>>()),
  verify: procedure.input(oneInstance).output(type<Verification>()),
  connectionStrings: procedure
    .input(z.object({ name: instanceName, showPassword: z.boolean() }))
    .output(type<ConnectionStrings>()),
  processes: procedure.input(oneInstance).output(type<readonly InstanceProcess[]>()),
  config: procedure.input(oneInstance).output(type<ConfigReading>()),
  hba: procedure.input(oneInstance).output(type<HbaReading>()),
  /** A configuration file as it is, passwords and all: it is shown in an editor. `text` is null when it is not there. */
  file: procedure
    .input(z.object({ name: instanceName, file: z.enum(configurationFiles) }))
    .output(type<ConfigurationFile>()),
  recovery: procedure.input(oneInstance).output(type<RecoveryReading>()),
  standbySettings: procedure.input(oneInstance).output(type<StandbySettingsReading>()),
  /** Parameters for the operation `recovery` from a form's changes, and how version `major` would have it written. */
  draftStandbySettings: procedure
    .input(
      z.object({
        name: instanceName,
        major: z.number().min(9.3).max(99),
        settings: settingChanges,
        conninfo: settingChanges,
      }),
    )
    .output(type<StandbySettingsDraft>()),
  /** A pasted recovery.conf in the terms of the instance's version. */
  convertRecovery: procedure
    .input(z.object({ name: instanceName, text: z.string().max(100_000) }))
    .output(type<RecoveryConversion>()),
  /** The newest `lines`, then every new one in batches; a batch says how many it left out. */
  log: procedure
    .input(z.object({ name: instanceName, lines: z.number().int().min(0).max(2000) }))
    .output(eventIterator(type<LogBatch>())),
  /** One or more statements; the last one's result, at most `maxRows` rows of it. Leaving the call ends the statement. */
  sql: procedure
    .input(
      z.object({
        name: instanceName,
        sql: z.string().max(1_000_000),
        database: z.string().max(63).optional(),
        maxRows: z.number().int().min(1).max(10_000).default(1000),
      }),
    )
    .output(type<SqlAnswer>()),
}
