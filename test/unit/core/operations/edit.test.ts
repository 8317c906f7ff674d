import { describe, expect, it } from 'vitest'
import {
  defaultHba,
  type InstanceChanges,
  kindsOf,
  noticesOf,
  planIn,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const baseText = "# mine\nwork_mem = '4MB'\nprimary_conninfo = 'host=x password=hunter2'\n"

const worldOf = (changes: InstanceChanges = {}, files: Readonly<Record<string, string | null>> = {}) => {
  const main = primaryFacts('main', changes)
  const { configFile, dataDir } = main.target
  return worldWith([main], {
    texts: { [configFile]: baseText, [`${dataDir}/recovery.conf`]: baseText, ...files },
  })
}
const conf = (text: string, more: object = {}) => ({
  name: 'main',
  file: 'postgresql.conf',
  baseText,
  text,
  ...more,
})
const hba = (text: string, more: object = {}) => ({
  name: 'main',
  file: 'pg_hba.conf',
  baseText: defaultHba,
  text,
  ...more,
})
const withLine = (line: string): string => `${baseText}${line}\n`
const down = { server: null } as const

describe('edit', () => {
  it('writes, asks the server, and says or does what makes it take effect', () => {
    const plan = planned(worldOf(), 'edit', conf(withLine("work_mem = '8MB'")))
    expect(kindsOf(plan)).toEqual(['edit-file', 'check-file'])
    expect(noticesOf(plan)).toEqual(['notices.reload-needed'])
    const reloading = planned(worldOf(), 'edit', conf(withLine("work_mem = '8MB'"), { reload: true }))
    expect(kindsOf(reloading)).toEqual(['edit-file', 'check-file', 'reload-server'])
    expect(noticesOf(reloading)).toEqual([])
    const restart = planned(worldOf(), 'edit', conf(withLine('shared_buffers = 1GB'), { reload: true }))
    expect(restart.notices).toEqual([
      { key: 'notices.restart-needed', params: { name: 'main', settings: 'shared_buffers' } },
    ])
  })

  it('keeps what the file held, passwords too, out of the plan', () => {
    const plan = planned(worldOf(), 'edit', conf(baseText.replace('4MB', '8MB')))
    expect(JSON.stringify(plan)).not.toContain('hunter2')
    expect(stepsOfKind(plan, 'edit-file')[0]?.edit.edits).toEqual([
      { at: 1, removed: 1, added: ["work_mem = '8MB'"] },
    ])
    const secret = refused(worldOf(), 'edit', conf(baseText.replace('host=x', 'host=y')))
    expect(secret).toMatchObject({ code: 'secret-in-line', params: { line: 3 } })
  })

  it('is planned again from its own parameters, and refused once the file differs', () => {
    const world = worldOf()
    const plan = planned(world, 'edit', conf(withLine('port = 5432')))
    expect(planIn(world, 'edit', plan.params)).toEqual({ kind: 'plan', plan })
    const { configFile } = primaryFacts('main').target
    for (const text of [`${baseText}# someone else\n`, null])
      expect(refused(worldOf({}, { [configFile]: text }), 'edit', plan.params).code).toBe(
        'file-changed-meanwhile',
      )
  })

  it('names the standbys that do not know a new port', () => {
    const main = primaryFacts('main')
    const world = worldWith([main, standbyFacts('copy', 'main')], {
      texts: { [main.target.configFile]: baseText },
    })
    const plan = planned(world, 'edit', conf(withLine('port = 5500')))
    expect(noticesOf(plan)).toEqual(['notices.restart-needed', 'notices.standby-names-old-port'])
  })

  it('has nothing to do for the same text, also with other line ends', () => {
    expect(planned(worldOf(), 'edit', conf(baseText)).steps).toEqual([])
    const crLf = baseText.replaceAll('\n', '\r\n')
    const { configFile } = primaryFacts('main').target
    const params = { name: 'main', file: 'postgresql.conf', baseText: crLf, text: baseText }
    expect(planned(worldOf({}, { [configFile]: crLf }), 'edit', params).steps).toEqual([])
  })

  it('of a stopped server is judged by our parsers, then by its program', () => {
    const plan = planned(worldOf(down), 'edit', conf(withLine('work_mem = 8MB')))
    expect(plan.steps.map(({ kind, ...step }) => ('by' in step ? step.by : kind))).toEqual([
      'edit-file',
      'program',
    ])
    expect(noticesOf(plan)).toEqual([])
    expect(refused(worldOf(down), 'edit', conf(withLine('one two three')))).toMatchObject({
      code: 'line-not-understood',
      params: { line: 4, problem: 'one two three' },
    })
    expect(refused(worldOf(down), 'edit', hba('host all all\n'))).toMatchObject({
      code: 'line-not-understood',
      params: { line: 1, problem: 'no address' },
    })
  })

  it('leaves lines to the server where it can be asked, and only there', () => {
    expect(kindsOf(planned(worldOf(), 'edit', hba('host all all\n')))).toEqual(['edit-file', 'check-file'])
    const others: readonly InstanceChanges[] = [
      { major: 9.6 },
      { server: { superuser: false } },
      { server: null, facts: { state: 'unreachable' } },
    ]
    for (const changes of others)
      expect(refused(worldOf(changes), 'edit', hba('host all all\n')).code).toBe('line-not-understood')
  })

  it('asks before foreign files change and before others get in without a password', () => {
    const foreign = worldOf({ entry: { origin: 'adopted' } })
    expect(reasonsOf(planned(foreign, 'edit', conf(withLine('port = 5432'))))).toEqual([
      'touches-foreign-files',
    ])
    const open = planned(worldOf(), 'edit', hba(`${defaultHba}host all all 0.0.0.0/0 trust\n`))
    expect(open.confirmations).toMatchObject([
      { reason: 'opens-to-the-world', text: { params: { address: '0.0.0.0/0' } } },
    ])
    expect(reasonsOf(planned(worldOf(), 'edit', hba(`${defaultHba}local all all trust\n`)))).toEqual([])
  })

  it('knows recovery.conf up to 11, where every change waits for a restart', () => {
    const edit = { name: 'main', file: 'recovery.conf', baseText, reload: true }
    const text = withLine("trigger_file = '/tmp/t'")
    expect(refused(worldOf(), 'edit', { ...edit, text }).code).toBe('not-in-this-version')
    const old = worldOf({ major: 11 })
    const asRecovery = { ...edit, baseText: "standby_mode = 'on'\n" }
    const { dataDir } = primaryFacts('main').target
    const world = worldOf({ major: 11 }, { [`${dataDir}/recovery.conf`]: asRecovery.baseText })
    const plan = planned(world, 'edit', { ...asRecovery, text: `${asRecovery.baseText}trigger_file = 'x'\n` })
    expect(kindsOf(plan)).toEqual(['edit-file'])
    expect(noticesOf(plan)).toEqual(['notices.restart-needed'])
    expect(refused(world, 'edit', { ...asRecovery, text: 'work_mem = 1\n' }).code).toBe('line-not-understood')
    expect(refused(old, 'edit', { ...asRecovery, text: '' }).code).toBe('file-changed-meanwhile')
  })

  it('is refused for files of another account and for a standby that would not start', () => {
    const text = withLine('max_connections = 5')
    expect(refused(worldOf({ facts: { foreignOwner: 'bob' } }), 'edit', conf(text)).code).toBe(
      'foreign-owner',
    )
    const upstream = primaryFacts('up')
    const standby = primaryFacts('main', { ...down, entry: { upstream: 'up' } })
    const world = worldWith([upstream, standby], { texts: { [standby.target.configFile]: baseText } })
    expect(refused(world, 'edit', conf(text)).code).toBe('setting-below-primary')
  })

  it('is refused for a line taken out that a standby needs, unless another file wins over it', () => {
    const before = `${baseText}max_connections = 200\n`
    const without = { name: 'main', file: 'postgresql.conf', baseText: before, text: baseText }
    const upstream = primaryFacts('up', { settings: { max_connections: '200' } })
    const settings = { max_connections: '200' }
    const standby = primaryFacts('main', { ...down, settings, entry: { upstream: 'up' } })
    const texts = { [standby.target.configFile]: before }
    expect(refused(worldWith([upstream, standby], { texts }), 'edit', without).code).toBe(
      'setting-below-primary',
    )
    const auto = { value: '200', file: '/d/postgresql.auto.conf', source: 'auto' as const, beneath: '200' }
    const won = { ...standby, settings: { ...standby.settings, max_connections: auto } }
    expect(kindsOf(planned(worldWith([upstream, won], { texts }), 'edit', without))).toContain('edit-file')
  })
})
