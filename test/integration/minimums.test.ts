import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'

const port = 25_420
const without = { name: 'copy', settings: { max_connections: null } }

describe('a standby whose primary allows 200 connections', () => {
  let core: TestCore

  beforeAll(async () => {
    core = await createTestCore()
    const settings = { ...quickSettings, max_connections: '200' }
    await core.perform('create', { name: 'main', port, settings })
    await core.perform('clone', { source: 'main', name: 'copy', port: port + 1 })
  })
  afterAll(() => core.clear())

  it('keeps its line while that is all there is: it would not start with the default', async () => {
    await core.perform('stop', { name: 'copy' })
    expect(await core.plan('config', without)).toMatchObject({
      code: 'setting-below-primary',
      params: { setting: 'max_connections', value: 100, needed: 200, name: 'main' },
    })
    await core.perform('start', { name: 'copy' })
  })

  it('may lose the line of postgresql.auto.conf, beneath which postgresql.conf has enough', async () => {
    await core.ask('copy', 'alter system set max_connections = 250')
    await core.perform('config', without)
    await core.perform('restart', { name: 'copy' })
    expect(await core.ask('copy', 'show max_connections')).toBe('200')
  })
})
