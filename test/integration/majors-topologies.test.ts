import { existsSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { expectVerified } from '../helpers/major-scenario.ts'
import { findTestMajor } from '../helpers/majors.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'

const debian = '/usr/lib/postgresql/15/bin'
let core: TestCore | undefined

afterEach(async () => {
  await core?.clear()
  core = undefined
})

describe.each([11, 18])('PostgreSQL %i', (major) => {
  test('a standby of a standby streams, and both are removed without a trace', async (context) => {
    const found = findTestMajor(major)
    if ('skipBecause' in found) {
      context.skip(found.skipBecause)
      return
    }
    const made = await createTestCore([found.binDir])
    core = made
    const port = 28_400 + major * 10
    await made.perform('create', { name: 'top', port, pg: found.binDir, settings: quickSettings })
    await made.perform('clone', { source: 'top', name: 'middle', port: port + 1 })
    await made.perform('clone', { source: 'middle', name: 'leaf', port: port + 2 })
    await made.ask('top', 'create table told as select 1 as n')
    await made.waitUntilCaughtUp('leaf', 'top')
    expect(await made.ask('leaf', 'select n from told')).toBe('1')
    expect(await made.statusOf('leaf')).toMatchObject({ role: 'standby', upstream: 'middle' })
    await expectVerified(made, 'middle')
    await expectVerified(made, 'leaf')
    await made.perform('remove', { name: 'leaf', deleteData: true })
    await made.perform('remove', { name: 'middle', deleteData: true })
    expect(await made.ask('top', 'select count(*) from pg_replication_slots')).toBe('0')
  })
})

describe('PostgreSQL 15 of Debian', () => {
  test('a clone by pg_basebackup is verified', async (context) => {
    if (!existsSync(`${debian}/pg_basebackup`)) {
      context.skip('no PostgreSQL 15 of Debian on this machine')
      return
    }
    const made = await createTestCore()
    core = made
    await made.perform('create', { name: 'alpha', port: 28_700, pg: debian, settings: quickSettings })
    await made.perform('clone', { source: 'alpha', name: 'beta', port: 28_701, method: 'basebackup' })
    await expectVerified(made, 'beta')
    await made.perform('remove', { name: 'beta', deleteData: true })
    expect(await made.ask('alpha', 'select count(*) from pg_replication_slots')).toBe('0')
  })
})
