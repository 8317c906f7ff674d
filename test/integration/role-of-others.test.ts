import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { makeGuidePair } from '../helpers/guide-pair.ts'
import { expectVerified } from '../helpers/major-scenario.ts'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const port = 25_410
const [bundled] = testInstallations
const role = 'replicator'
const own = 'replicator_pgtandem'
const nothingToClear = (): Promise<unknown> => Promise.resolve()

describe('a pair made by hand whose standby connects as replicator', () => {
  let folder = ''
  let clear = nothingToClear
  let core: TestCore
  let master: InstanceTarget
  let slave: InstanceTarget

  const password = () => core.ask('master', `select rolpassword from pg_authid where rolname = '${role}'`)
  const roles = () =>
    core.ask('master', `select string_agg(rolname, ' ' order by 1) from pg_roles where rolreplication`)
  const userOf = (standby: string) =>
    core.ask(standby, `select (regexp_match(current_setting('primary_conninfo'), 'user=''?(\\w+)'))[1]`)
  const waitUntilStreaming = (standby: string) =>
    waitUntil(`${standby} streams`, async () => (await core.statusOf(standby)).walReceiver !== null)

  beforeAll(async () => {
    if (bundled === undefined) throw new Error('there is no bundled PostgreSQL')
    ;({ folder, clear } = await makeTestFolder())
    ;({ master, slave } = await makeGuidePair(folder, { ...bundled, port, role }))
    core = await createTestCore()
    await core.perform('adopt', { name: 'slave1', dataDir: slave.dataDir })
    await core.perform('adopt', { name: 'master', dataDir: master.dataDir })
    // As initdb left it, anybody may stream without a password.
    const hba = await readFile(master.hbaFile, 'utf8')
    await writeFile(
      master.hbaFile,
      hba.replaceAll(/^(host\s+replication\s+all.*)trust$/gm, '$1scram-sha-256'),
    )
    await core.perform('reload', { name: 'master' })
  })
  afterAll(async () => {
    await stopTestServer(slave)
    await stopTestServer(master)
    await core.clear()
    await clear()
  })

  it('keeps its role as it was when a third is cloned, and goes on streaming after its next connection', async () => {
    const before = await password()
    const planned = await plansOf(core).plan('clone', { source: 'master', name: 'third', port: port + 2 })
    expect(planned.steps.flatMap((step) => (step.kind === 'replication-role' ? [step.role] : []))).toEqual([
      own,
    ])
    await core.perform('clone', { source: 'master', name: 'third', port: port + 2 })
    await expectVerified(core, 'third')
    expect(await password()).toBe(before)
    expect(await userOf('third')).toBe(own)
    await core.perform('restart', { name: 'slave1' })
    await waitUntilStreaming('slave1')
    expect(await userOf('slave1')).toBe(role)
  })

  it('has no more roles made for it than that one, from whichever server more are cloned', async () => {
    await core.perform('clone', { source: 'slave1', name: 'fourth', port: port + 3 })
    await expectVerified(core, 'fourth')
    expect(await userOf('fourth')).toBe(own)
    await core.perform('reclone', { name: 'slave1' })
    await expectVerified(core, 'slave1')
    expect(await userOf('slave1')).toBe(own)
    expect(await roles()).toBe(`postgres ${role} ${own}`)
  })

  it('has that role known to the standby that is promoted', async () => {
    await core.perform('stop', { name: 'master' })
    await core.perform('promote', { name: 'slave1' })
    const planned = await plansOf(core).plan('clone', { source: 'slave1', name: 'fifth', port: port + 4 })
    expect(planned.steps.map(({ kind }) => kind)).not.toContain('replication-role')
    await core.perform('clone', { source: 'slave1', name: 'fifth', port: port + 4 })
    await expectVerified(core, 'fifth')
    expect(await userOf('fifth')).toBe(own)
  })
})
