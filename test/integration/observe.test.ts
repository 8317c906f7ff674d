import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { observeInstance } from '../../electron/core/instances/observe-instance.ts'
import { readServerFacts } from '../../electron/core/instances/observe-server.ts'
import { observeState } from '../../electron/core/instances/observe-state.ts'
import { openSession } from '../../electron/postgres/connection/connect.ts'
import type { CatalogueEntry } from '../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { pidOf, worldOf } from '../helpers/observed-world.ts'
import { makeTestPair, testEntry, waitUntil } from '../helpers/test-pair.ts'
import {
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const nothingToClear = (): Promise<unknown> => Promise.resolve()

describe.each(testInstallations)('a pair of PostgreSQL $major, observed', ({ major, binDir }) => {
  const port = 26_300 + major * 4
  let folder = ''
  let clear = nothingToClear
  let primary: InstanceTarget
  let standby: InstanceTarget
  let entry: CatalogueEntry
  let standbyEntry: CatalogueEntry

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    ;({ primary, standby } = await makeTestPair(folder, { major, binDir, port }))
    entry = testEntry(primary, null)
    standbyEntry = testEntry(standby, 'alpha')
  })
  afterAll(async () => {
    await stopTestServer(standby)
    await stopTestServer(primary)
    await clear()
  })

  it('runs: state, role, pid, port and identity come from files and the process', async () => {
    const [one, other] = await Promise.all([observeState(entry), observeState(standbyEntry)])
    expect(one).toMatchObject({
      state: 'running',
      role: 'primary',
      port,
      major,
      version: String(major),
      timeline: 1,
    })
    expect(one.pid).toBe(await pidOf(primary))
    expect(one.settings['port']).toMatchObject({
      value: String(port),
      file: primary.configFile,
      source: 'file',
    })
    expect(one.evidence['state']?.sources).toMatchObject([
      { params: { file: path.join(primary.dataDir, 'postmaster.pid'), pid: one.pid } },
    ])
    expect(other).toMatchObject({ state: 'running', role: 'standby', port: port + 1 })
    expect(other.systemIdentifier).toBe(one.systemIdentifier)
    expect(other.systemIdentifier).toMatch(/^\d{15,}$/)
  })

  it('reads no configuration of a running server when asked to be fast', async () => {
    expect(await observeState(entry, { fast: true })).toMatchObject({ state: 'running', port, settings: {} })
  })

  it('answers what plans want to know', async () => {
    const answer = await readServerFacts(primary, major)
    if (answer.kind !== 'server') throw new Error(answer.message)
    const { facts } = answer
    expect(facts).toMatchObject({ inRecovery: false, superuser: true, clientConnections: 0, walSenders: 1 })
    expect(facts.settings['data_directory']?.value).toBe(primary.dataDir)
    expect(facts.settings['port']).toEqual({
      value: String(port),
      source: 'configuration file',
      context: 'postmaster',
    })
    expect(facts.settings['max_wal_size']?.value).toMatch(/^\d+(MB|GB)$/)
    expect(facts.slots).toMatchObject([{ name: 'slot_beta', active: true, walStatus: 'reserved' }])
    expect(facts.replication).toMatchObject([{ applicationName: 'beta', state: 'streaming' }])
    expect(facts.roles).toContainEqual({
      name: 'postgres',
      replication: true,
      canLogin: true,
      connectionLimit: -1,
    })
  })

  it('tells a standby, uses an open session, and counts the connections of others', async () => {
    const guest = await openSession(primary, { applicationName: 'psql' })
    const session = await openSession(primary)
    try {
      const answer = await readServerFacts(primary, null, { session, extraSettings: ['Work_Mem', 'no_such'] })
      if (answer.kind !== 'server') throw new Error(answer.message)
      expect(answer.facts.clientConnections).toBe(1)
      expect(answer.facts.settings['work_mem']?.value).toBe('4MB')
      expect(answer.facts.settings['no_such']).toBeUndefined()
      expect(answer.systemIdentifier).toBe((await observeState(entry)).systemIdentifier)
    } finally {
      await Promise.all([guest.close(), session.close()])
    }
    expect(await readServerFacts(standby, major)).toMatchObject({
      facts: { inRecovery: true, replayPaused: false },
    })
  })

  it('is unreachable with a wrong password, and says why', async () => {
    const passfile = path.join(folder, 'wrong')
    await writeFile(passfile, '*:*:*:postgres:wrong\n', { mode: 0o600 })
    const facts = await observeInstance({ ...entry, passfile }, [], { deep: true })
    expect(facts).toMatchObject({ state: 'unreachable', unreachableBecause: 'wrong-password', server: null })
  })

  it('is not mistaken for the server of another directory on the same port', async () => {
    const other = testTarget(folder, 'gamma', { major, binDir, port })
    await initTestServer(other)
    await writeFile(
      path.join(other.dataDir, 'postmaster.pid'),
      await readFile(path.join(primary.dataDir, 'postmaster.pid')),
    )
    const seen = await observeInstance(testEntry(other, null), [], { deep: true })
    expect(seen).toMatchObject({ state: 'stopped', server: null, portState: { state: 'taken' } })
    await rm(other.dataDir, { recursive: true })
  })

  it('makes a world: facts in depth where asked, ports and paths with their holders', async () => {
    const absent = path.join(folder, 'new', 'data')
    const inside = path.join(primary.dataDir, 'base', 'x')
    const world = await worldOf(path.join(folder, 'home'), [entry, standbyEntry], {
      instances: ['alpha'],
      sizes: ['alpha'],
      ports: [port, port + 3],
      freePorts: 2,
      paths: [absent, inside, primary.dataDir],
      knownSettingsOf: [binDir],
    })
    expect(world.instances['alpha']).toMatchObject({
      state: 'running',
      role: 'primary',
      knowsReplicationPassword: true,
    })
    expect(world.instances['alpha']?.server?.inRecovery).toBe(false)
    expect(world.instances['alpha']?.version).toMatch(new RegExp(`^${String(major)}\\.\\d+$`))
    expect(world.instances['alpha']?.sizeBytes).toBeGreaterThan(5_000_000)
    expect(world.instances['alpha']?.hba).toContain('scram-sha-256')
    expect(world.instances['beta']).toMatchObject({
      state: 'running',
      role: 'standby',
      server: null,
      sizeBytes: null,
    })
    expect(world.ports[port]).toMatchObject({ state: 'taken' })
    expect(world.ports[port + 3]).toEqual({ state: 'free' })
    expect(world.freePorts).toHaveLength(2)
    expect(world.paths[absent]).toMatchObject({ kind: 'absent', parentWritable: true, pgVersion: null })
    expect(world.paths[inside]).toMatchObject({ insideDataDirectory: primary.dataDir })
    expect(world.paths[primary.dataDir]).toMatchObject({
      kind: 'directory',
      pgVersion: major,
      systemIdentifier: world.instances['alpha']?.systemIdentifier,
    })
    expect(world.knownSettings[binDir]?.some(({ name }) => name === 'wal_level')).toBe(true)
  })

  it('finds out what adopting the standby takes', async () => {
    const needs = {
      candidate: { name: 'mine', dataDir: standby.dataDir, passfile: String(standby.passfile) },
    }
    const { candidate } = await worldOf(path.join(folder, 'home-adopt'), [entry], needs)
    expect(candidate).toMatchObject({
      found: 'data-directory',
      alreadyNamed: null,
      access: 'tcp',
      ownCommands: [],
      instance: {
        state: 'running',
        role: 'standby',
        entry: {
          binDir,
          configFile: null,
          upstream: 'alpha',
          slot: 'slot_beta',
          applicationName: 'beta',
          trusted: false,
        },
      },
    })
    const { candidate: locked } = await worldOf(path.join(folder, 'home-adopt'), [], {
      candidate: { name: 'mine', dataDir: primary.dataDir },
    })
    expect(locked).toMatchObject({
      alreadyNamed: 'alpha',
      access: 'password-needed',
      instance: { server: null },
    })
    const { candidate: nothing } = await worldOf(path.join(folder, 'home-adopt'), [], {
      candidate: { name: 'mine', dataDir: folder },
    })
    expect(nothing).toMatchObject({ found: 'not-a-data-directory' })
  })

  it('is stopped after a stop, and its role comes from its files', async () => {
    await stopTestServer(standby)
    const observed = await observeState(standbyEntry)
    expect(observed).toMatchObject({ state: 'stopped', role: 'standby', pid: null, port: port + 1 })
    expect(observed.evidence['role']?.sources).toEqual([
      { code: 'file', params: { file: path.join(standby.dataDir, 'standby.signal') } },
    ])
    await startTestServer(standby)
  })

  it('is missing without its directory, or when that is empty', async () => {
    expect(await observeState({ ...entry, dataDir: path.join(folder, 'gone') })).toMatchObject({
      state: 'missing',
    })
    const empty = path.join(folder, 'empty')
    await mkdir(empty)
    expect(await observeState({ ...entry, dataDir: empty })).toMatchObject({
      state: 'missing',
      filesReadable: true,
    })
  })

  it('is crashed after kill -9, also with the pid file of a process that is somebody else now', async () => {
    const pid = await pidOf(primary)
    process.kill(pid, 'SIGKILL')
    await waitUntil('the server is dead', async () => (await observeState(entry)).state === 'crashed')
    expect(await observeState(entry)).toMatchObject({ role: 'primary', pid: null, port })
    const pidFile = path.join(primary.dataDir, 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    for (const stranger of [process.pid, await pidOf(standby)]) {
      await writeFile(pidFile, text.replace(String(pid), String(stranger)))
      expect(await observeState(entry)).toMatchObject({ state: 'crashed', pid: null })
    }
    await writeFile(pidFile, text)
    const facts = await observeInstance(entry, [], { deep: true })
    expect(facts).toMatchObject({ state: 'crashed', server: null })
    await waitUntil(
      'its children are gone',
      async () => (await observeInstance(entry, [], { deep: true })).portState?.state === 'free',
    )
  })
})
