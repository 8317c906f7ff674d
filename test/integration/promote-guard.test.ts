import { appendFile, cp, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { initByHand } from '../helpers/guide-pair.ts'
import { findTestMajor } from '../helpers/majors.ts'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import {
  addSettings,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testTarget,
} from '../helpers/test-server.ts'

const port = 25_400
const major = 11
const found = findTestMajor(major)
const whyNot = 'skipBecause' in found ? `: ${found.skipBecause}` : ''
const nothingToClear = (): Promise<unknown> => Promise.resolve()

/** As guide 002 has it: the standby's ties stand in recovery.conf, which pg_settings does not show. */
const recoveryConf = (upstream: InstanceTarget): string => `standby_mode = 'on'
primary_conninfo = 'host=127.0.0.1 port=${upstream.port} user=postgres'
recovery_target_timeline = 'latest'
trigger_file = 'promote.now'
`

describe.skipIf(whyNot !== '')(`a cascade of PostgreSQL ${major} made by hand${whyNot}`, () => {
  let clear = nothingToClear
  let core: TestCore
  let servers: readonly [top: InstanceTarget, middle: InstanceTarget, low: InstanceTarget]

  beforeAll(async () => {
    if ('skipBecause' in found) return
    const made = await makeTestFolder()
    ;({ clear } = made)
    const of = (name: string, offset: number) => ({
      ...testTarget(made.folder, name, { major, binDir: found.binDir, port: port + offset }),
      passfile: null,
    })
    const [top, middle, low] = (servers = [of('top', 0), of('middle', 1), of('low', 2)])
    await initByHand(top)
    await addSettings(top, { ...quickSettings, unix_socket_directories: '' })
    for (const [standby, upstream] of [
      [middle, top],
      [low, middle],
    ] as const) {
      await cp(top.dataDir, standby.dataDir, { recursive: true, preserveTimestamps: true })
      await writeFile(path.join(standby.dataDir, 'recovery.conf'), recoveryConf(upstream))
    }
    for (const server of servers) {
      await appendFile(server.configFile, `port = ${server.port}\n`)
      await startTestServer(server)
    }
    core = await createTestCore([found.binDir])
  })
  afterAll(async () => {
    if (whyNot !== '') return
    await core.clear()
    for (const server of servers) await stopTestServer(server)
    await clear()
  })

  test('a standby is not promoted beside a primary that only its recovery.conf names', async () => {
    const [top, middle] = servers
    await core.perform('adopt', { name: 'middle', dataDir: middle.dataDir })
    expect(await core.ask('middle', `select count(*) from pg_settings where name = 'primary_conninfo'`)).toBe(
      '0',
    )
    expect(await core.plan('promote', { name: 'middle' })).toMatchObject({
      kind: 'refused',
      code: 'primary-may-answer',
      params: { primary: `127.0.0.1:${top.port}` },
    })
  })

  test('nor is one below a standby that is stopped', async () => {
    const [top, , low] = servers
    await core.perform('adopt', { name: 'low', dataDir: low.dataDir })
    expect(await core.statusOf('low')).toMatchObject({ role: 'standby', upstream: 'middle' })
    await core.perform('stop', { name: 'middle' })
    expect(await core.plan('promote', { name: 'low' })).toMatchObject({
      kind: 'refused',
      params: { primary: `127.0.0.1:${top.port}` },
    })
    await core.perform('start', { name: 'middle' })
  })

  test('nor is one whose conninfo is gone, as nobody knows then what it streamed from', async () => {
    const [, middle] = servers
    const file = path.join(middle.dataDir, 'recovery.conf')
    await writeFile(file, `standby_mode = 'on'\nrestore_command = 'false'\n`)
    expect(await plansOf(core).refusal('promote', { name: 'middle' })).toBe('primary-not-known')
    await writeFile(file, recoveryConf(servers[0]))
  })

  test('it is promoted once its primary is known and down, by a trigger file in its data directory', async () => {
    const [top] = servers
    await core.perform('adopt', { name: 'top', dataDir: top.dataDir })
    expect(await core.statusOf('middle')).toMatchObject({ upstream: 'top' })
    await core.perform('stop', { name: 'top' })
    await core.perform('promote', { name: 'middle', by: 'trigger' })
    expect(await core.statusOf('middle')).toMatchObject({ role: 'primary', timeline: 2 })
    expect(existsSync(path.resolve('promote.now'))).toBe(false)
  })
})
