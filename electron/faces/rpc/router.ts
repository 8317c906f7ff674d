import { desktop } from './areas/desktop.ts'
import { installations } from './areas/installations.ts'
import { instances } from './areas/instances.ts'
import { jobs } from './areas/jobs.ts'
import { operations } from './areas/operations.ts'
import { playground } from './areas/playground.ts'
import { replication } from './areas/replication.ts'
import { session } from './areas/session.ts'
import { settings } from './areas/settings.ts'
import { state } from './areas/state.ts'
import { bound } from './base.ts'

/** The contract, bound: what both hosts hand to oRPC, with a `Host` as its context. */
export const router = bound.router({
  session,
  state,
  operations,
  jobs,
  instances,
  replication,
  installations,
  playground,
  settings,
  desktop,
})
