import { describe, expect, it } from 'vitest'
import type { ServiceFacts } from '../../../../electron/core/operations/world.ts'
import { commandsOf } from '../../../../electron/core/plan/preview/commands.ts'
import { inspectWindowsPath } from '../../../../electron/system/platform/windows-paths.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'
import {
  binDirOf,
  home,
  kindsOf,
  noticesOf,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  standbyFacts,
  worldWith,
  type InstanceChanges,
} from '../../../helpers/world.ts'

const name = 'app'
const facts = { codePage: 936, env: { OneDrive: String.raw`C:\Users\li\OneDrive` }, reservedLength: 80 }
const setting = (value: string) => ({ value, source: 'configuration file', context: 'postmaster' })
const problemsOf = (path: string, codePage = facts.codePage) => ({
  [path]: { problems: inspectWindowsPath(path, { ...facts, codePage }) },
})
const worldAt = (path: string, codePage?: number) =>
  worldWith([], { platform: 'win32', paths: problemsOf(path, codePage) })

describe('a place on Windows', () => {
  it.each([
    [String.raw`D:\数据`, 1252, 'path-outside-code-page', { characters: '数据', codePage: 1252 }],
    [String.raw`D:\😀`, 936, 'path-outside-code-page', { characters: '😀', codePage: 936 }],
    [String.raw`D:\pg\con`, 936, 'path-not-for-windows', { part: 'con' }],
    [String.raw`D:\pg\a?b`, 936, 'path-not-for-windows', { part: '?' }],
    [String.raw`D:\pg.\data`, 936, 'path-not-for-windows', { part: 'pg.' }],
    [String.raw`D:\100%\data`, 936, 'path-not-safe', { character: '%' }],
  ])('%s in code page %s is refused before anything is made: %s', (path, codePage, code, params) => {
    const refusal = refused(worldAt(path, codePage), 'create', { name, dataDir: path })
    expect(refusal).toMatchObject({ code, params: { ...params, path } })
  })

  it.each([
    [String.raw`\\server\share\data`, 'notices.path-on-share'],
    [String.raw`C:\Users\li\OneDrive\data`, 'notices.path-in-cloud-folder'],
    [`C:\\${'long\\'.repeat(40)}data`, 'notices.path-long'],
    [String.raw`D:\数据\主库 1`, undefined],
  ])('%s is taken, with the notice %s', (path, notice) => {
    const expected = notice === undefined ? [] : [notice]
    expect(noticesOf(planned(worldAt(path), 'create', { name, dataDir: path }))).toEqual(expected)
    const source = worldWith([primaryFacts(name)], { platform: 'win32', paths: problemsOf(path) })
    expect(noticesOf(planned(source, 'clone', { source: name, name: 'copy', dataDir: path }))).toEqual(
      expected,
    )
  })

  it('is the home as well: logs and passwords of every instance lie there', () => {
    const outside = { problems: [{ kind: 'not-in-code-page', characters: '数', codePage: 1252 } as const] }
    const world = worldWith([], { platform: 'win32', paths: { [home]: outside } })
    expect(refused(world, 'create', { name })).toMatchObject({
      code: 'path-outside-code-page',
      params: { path: home },
    })
  })

  it('is the folder of the server programs as well: initdb looks for the others beside itself', () => {
    const outside = { problems: [{ kind: 'not-in-code-page', characters: '程序', codePage: 1252 } as const] }
    const programs = binDirOf(15)
    const world = worldWith([], { platform: 'win32', paths: { [programs]: outside } })
    expect(refused(world, 'create', { name, pg: '15' })).toMatchObject({
      code: 'path-outside-code-page',
      params: { path: programs },
    })
    expect(refused(world, 'pair', { name, pg: '15' })).toMatchObject({ code: 'path-outside-code-page' })
    expect(kindsOf(planned(world, 'create', { name, pg: '16' }))).toContain('initdb')
  })
})

describe('a port that Windows keeps', () => {
  const range = '5357–5456'
  it('is refused with its range', () => {
    const world = worldWith([], { platform: 'win32', ports: { 5400: { state: 'reserved', range } } })
    expect(refused(world, 'create', { name, port: 5400 })).toMatchObject({
      code: 'port-in-excluded-range',
      params: { port: 5400, range },
    })
    const stopped = primaryFacts(name, { server: null, facts: { portState: { state: 'reserved', range } } })
    expect(refused(worldWith([stopped]), 'start', { name })).toMatchObject({
      code: 'own-port-in-excluded-range',
      params: { name, range },
    })
  })
})

describe('an instance that a Windows service runs', () => {
  const service: ServiceFacts = {
    name: 'postgresql-x64-16',
    account: String.raw`NT AUTHORITY\NetworkService`,
    mayControl: true,
  }
  const closed = { filesReadable: false, settings: {}, hba: null, hbaRules: null } as const
  const worldOf = (mayControl: boolean, changes: InstanceChanges = {}) =>
    worldWith([
      primaryFacts(name, {
        entry: { origin: 'adopted' },
        ...changes,
        facts: { ...closed, service: { ...service, mayControl }, ...changes.facts },
      }),
    ])

  it('is started and stopped by it in an elevated shell', () => {
    const stopped = worldOf(true, { server: null })
    expect(kindsOf(planned(stopped, 'start', { name }))).toEqual(['control-service'])
    expect(kindsOf(planned(worldOf(true), 'stop', { name }))).toEqual(['control-service'])
    const restarts = planned(worldOf(true), 'restart', { name })
    expect(restarts.steps).toMatchObject([{ action: 'stop' }, { action: 'start', service: service.name }])
    const [step] = planned(worldOf(true), 'stop', { name }).steps
    if (step === undefined) throw new Error('no step')
    expect(commandsOf(step, restarts)).toMatchObject({ cmd: 'net stop postgresql-x64-16', sh: null })
    const translator = createTranslator('zh-CN')
    expect(translator.t(step.title.key, step.title.params)).toBe(
      '停止运行 app 的 Windows 服务 postgresql-x64-16',
    )
  })

  it('is refused in any other, with the reason', () => {
    for (const [operation, server] of [
      ['start', null],
      ['stop', {}],
      ['restart', {}],
    ] as const)
      expect(refused(worldOf(false, { server }), operation, { name })).toMatchObject({
        code: 'service-needs-administrator',
        params: { service: service.name },
      })
  })

  it('is left to pg_ctl where its files are open to us and services are not', () => {
    const own = worldOf(false, { facts: { filesReadable: true } })
    expect(kindsOf(planned(own, 'stop', { name }))).toEqual(['stop-server'])
  })

  it('is changed by ALTER SYSTEM, and copied by pg_basebackup', () => {
    const plan = planned(worldOf(false), 'config', { name, settings: { work_mem: '8MB' } })
    expect(plan.steps[0]).toMatchObject({ kind: 'configure', via: 'alter-system' })
    const clone = planned(worldOf(false), 'clone', { source: name, name: 'copy' })
    expect(clone.steps.find(({ kind }) => kind === 'base-backup')).toMatchObject({ method: 'basebackup' })
  })

  it('is restarted by it where a standby needs that, or refused before anything is changed', () => {
    const minimal = { server: { settings: { wal_level: setting('minimal') } } }
    const params = { source: name, name: 'copy' }
    const kinds = kindsOf(planned(worldOf(true, minimal), 'clone', params))
    expect(kinds.filter((kind) => kind === 'control-service')).toHaveLength(2)
    expect(kinds).not.toContain('restart-server')
    expect(refused(worldOf(false, minimal), 'clone', params)).toMatchObject({
      code: 'service-needs-administrator',
    })
  })

  it('never has its data deleted', () => {
    expect(refused(worldOf(true), 'remove', { name, deleteData: true })).toMatchObject({
      code: 'data-of-service',
      params: { service: service.name },
    })
    expect(kindsOf(planned(worldOf(true), 'remove', { name }))).toEqual(['catalogue'])
  })

  it('is not made again: the service could not run the copy', () => {
    const standby = standbyFacts('copy', name, { facts: { service } })
    const world = worldWith([primaryFacts(name), standby], { platform: 'win32' })
    expect(refused(world, 'reclone', { name: 'copy' })).toMatchObject({
      code: 'copy-of-service',
      params: { name: 'copy', path: standby.entry.dataDir, service: service.name },
    })
  })

  it('is restarted by it where a relay is put in its stream, before 13', () => {
    const settings = { primary_conninfo: 'host=localhost port=5432' }
    const shown = { clientConnections: 1, settings: { primary_conninfo: setting(settings.primary_conninfo) } }
    const worldOf12 = (mayControl: boolean) => {
      const facts = { service: { ...service, mayControl }, filesReadable: mayControl }
      const standby = standbyFacts('copy', name, { major: 12, settings, server: shown, facts })
      return worldWith([primaryFacts(name, { major: 12 }), standby])
    }
    const params = { standby: 'copy', port: 40_000 }
    const plan = planned(worldOf12(true), 'link', params)
    expect(kindsOf(plan)).toEqual(['catalogue', 'configure', 'control-service', 'control-service'])
    expect(reasonsOf(plan)).toEqual(['cuts-connections'])
    expect(refused(worldOf12(false), 'link', params).code).toBe('service-needs-administrator')
  })

  it('keeps nothing of its postgresql.auto.conf in a copy that contradicts the copy', () => {
    const plan = planned(worldOf(false), 'clone', { source: name, name: 'copy', port: 5440 })
    const auto = plan.steps.find(
      (step) => step.kind === 'configure' && step.file.endsWith('postgresql.auto.conf'),
    )
    expect(auto).toMatchObject({ settings: { port: null, cluster_name: null, primary_conninfo: null } })
  })
})
