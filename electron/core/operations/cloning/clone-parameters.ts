import { z } from 'zod'
import {
  applicationNameParameter,
  durationParameter,
  nameParameter,
  pathParameter,
  portParameter,
  settingsParameter,
} from '../parameters.ts'

/** What `clone` can be told. */
export const cloneParameters = z.object({
  source: nameParameter,
  name: nameParameter,
  port: portParameter.optional(),
  dataDir: pathParameter.optional(),
  method: z.enum(['auto', 'copy', 'basebackup']).default('auto'),
  /** A replication slot of its own on the source keeps WAL for it while it is off. */
  slot: z.boolean().default(true),
  sync: z.boolean().default(false),
  delay: durationParameter.optional(),
  applicationName: applicationNameParameter.optional(),
  settings: settingsParameter.default({}),
})

export type CloneParameters = z.output<typeof cloneParameters>
