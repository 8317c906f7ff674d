import type { ContractRouterClient } from '@orpc/contract'
import { desktopContract } from './desktop.ts'
import { installationsContract } from './installations.ts'
import { instancesContract } from './instances.ts'
import { jobsContract } from './jobs.ts'
import { operationsContract } from './operations.ts'
import { playgroundContract } from './playground.ts'
import { replicationContract } from './replication.ts'
import { sessionContract } from './session.ts'
import { settingsContract } from './settings.ts'
import { stateContract } from './state.ts'

/** Everything that a window or page may ask of the core, by area. Both hosts bind this and nothing else. */
export const contract = {
  session: sessionContract,
  state: stateContract,
  operations: operationsContract,
  jobs: jobsContract,
  instances: instancesContract,
  replication: replicationContract,
  installations: installationsContract,
  playground: playgroundContract,
  settings: settingsContract,
  desktop: desktopContract,
}

/** What a window calls. */
export type ContractClient = ContractRouterClient<typeof contract>
