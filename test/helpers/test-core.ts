import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Core } from '../../electron/core/core.ts'
import { createCore } from '../../electron/core/create-core.ts'
import type { Faults } from '../../electron/core/plan/job/job-runtime.ts'
import type { InstanceStatus } from '../../shared/model/instance-status.ts'
import { waitUntil } from './wait-until.ts'

/** Settings that make a test's server small and quick; none changes what is tested. */
export const quickSettings = { fsync: 'off', shared_buffers: '16MB', wal_retrieve_retry_interval: '200ms' }

/** The core as a face builds it, over a home of its own. */
export interface TestCore extends Core {
  /** Plans and runs; fails unless that ends in `done`. */
  perform(operation: string, params: unknown): Promise<void>
  /** The first column of the first row. */
  ask(name: string, sql: string): Promise<string | null>
  statusOf(name: string): Promise<InstanceStatus>
  /** Until a standby has applied all that its upstream has written. */
  waitUntilCaughtUp(standby: string, upstream: string): Promise<void>
  /** Stops every server that still runs and removes the home. */
  clear(): Promise<void>
}

/** A core over an empty home; `folders` of server programs are added to those it finds by itself, `faults` break its jobs. */
export const createTestCore = async (folders: readonly string[] = [], faults?: Faults): Promise<TestCore> => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-core-'))
  const core = await createCore({
    home,
    programVersion: 'test',
    ...(faults === undefined ? {} : { faults }),
    places: {
      programDir: import.meta.dirname,
      env: process.env,
      platform: process.platform,
      arch: process.arch,
    },
  })
  for (const folder of folders) await core.installations.add(folder)

  const perform: TestCore['perform'] = async (operation, params) => {
    const planned = await core.plan(operation, params)
    if (planned.kind === 'refused')
      throw new Error(`${operation} refused: ${planned.code} ${JSON.stringify(planned.params)}`)
    const outcome = await core.run(planned.plan)
    if (outcome.state !== 'done') throw new Error(`${operation}: ${JSON.stringify(outcome)}`)
  }
  const ask: TestCore['ask'] = async (name, sql) => (await core.sql(name, { sql })).rows[0]?.[0] ?? null
  const statusOf: TestCore['statusOf'] = async (name) => {
    const [status] = await core.status({ names: [name] })
    if (status === undefined) throw new Error(`${name} has no status`)
    return status
  }
  return {
    ...core,
    perform,
    ask,
    statusOf,
    waitUntilCaughtUp: async (standby, upstream) => {
      const { walLsn, replayLsn } = await statusOf(upstream)
      const written = walLsn ?? replayLsn
      if (written === null) throw new Error(`${upstream} has no position`)
      await waitUntil(`${standby} has replayed ${written}`, async () => {
        const { replayLsn } = await statusOf(standby)
        if (replayLsn === null) return false
        return (await ask(standby, `select '${replayLsn}'::pg_lsn >= '${written}'::pg_lsn`)) === 't'
      })
    },
    clear: async () => {
      for (const name of await core.namesFor('stop')) {
        const { state } = await statusOf(name)
        if (state !== 'stopped' && state !== 'missing')
          await perform('stop', { name, mode: 'immediate' }).catch(() => undefined)
      }
      await core.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
