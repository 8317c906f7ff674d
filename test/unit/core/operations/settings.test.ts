import { describe, expect, it } from 'vitest'
import { recovery } from '../../../../electron/core/operations/recovery.ts'
import {
  type InstanceChanges,
  kindsOf,
  noticesOf,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const name = 'main'
const worldOf = (changes: InstanceChanges = {}) => worldWith([primaryFacts(name, changes)])
const config = (settings: Record<string, string | null>, changes: InstanceChanges = {}) =>
  planned(worldOf(changes), 'config', { name, settings })
const configRefusal = (settings: Record<string, string | null>, changes: InstanceChanges = {}) =>
  refused(worldOf(changes), 'config', { name, settings }).code

const withAuto = (changes: InstanceChanges) => {
  const main = primaryFacts(name, changes)
  const settings = { work_mem: { value: '1MB', file: 'auto', source: 'auto' as const } }
  return planned(worldWith([{ ...main, settings }]), 'config', { name, settings: { work_mem: '8MB' } })
}

const primaryConninfo = (value: string) => ({
  server: { settings: { primary_conninfo: { value, source: 'configuration file', context: 'sighup' } } },
  facts: { filesReadable: false, settings: {} },
})

const setConnections = (instance: string, value: string) => ({
  name: instance,
  settings: { max_connections: value },
})

describe('config', () => {
  it('sets and reloads; of a stopped server the file is checked instead', () => {
    expect(kindsOf(config({ work_mem: '8MB' }))).toEqual(['configure', 'reload-server'])
    const [step, ...more] = config({ work_mem: '8MB' }, { server: null }).steps
    expect(more).toEqual([])
    expect(step).toMatchObject({ kind: 'configure', live: false, validate: true })
  })

  it('reloads a server that it cannot ask, too', () => {
    const facts = { state: 'unreachable', unreachableBecause: 'wrong-password' } as const
    expect(kindsOf(config({ work_mem: '8MB' }, { server: null, facts }))).toEqual([
      'configure',
      'reload-server',
    ])
  })

  it('remembers a new port, and names the standbys that do not know it', () => {
    const world = worldWith([primaryFacts(name), standbyFacts('copy', name)])
    const plan = planned(world, 'config', { name, settings: { PORT: '5500' } })
    expect(kindsOf(plan)).toEqual(['configure', 'catalogue', 'reload-server'])
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry).toMatchObject({ name, port: 5500 })
    expect(noticesOf(plan)).toEqual(['notices.restart-needed', 'notices.standby-names-old-port'])
    expect(plan.notices[1]?.params).toEqual({ name, standby: 'copy', old: 5432, port: 5500 })
    expect(planned(world, 'config', { name, settings: { port: '5432' } }).steps).toEqual([])
  })

  it('has nothing to do for what is so already, however it is spelled', () => {
    const has = { settings: { work_mem: '8MB' } }
    for (const value of ['8MB', '8192kB']) expect(config({ WORK_MEM: value }, has).steps).toEqual([])
    expect(config({ work_mem: null }).steps).toEqual([])
    expect(kindsOf(config({ work_mem: null }, has))).toEqual(['configure', 'reload-server'])
  })

  it('says what needs a restart, by the server or by its programs', () => {
    for (const setting of ['max_connections', 'shared_buffers'])
      expect(noticesOf(config({ [setting]: '300' }))).toEqual(['notices.restart-needed'])
    expect(noticesOf(config({ work_mem: '8MB' }))).toEqual([])
  })

  it('changes a setting where it counts', () => {
    const main = primaryFacts(name)
    const at = (file: string, source: 'file' | 'auto') =>
      worldWith([{ ...main, settings: { work_mem: { value: '1MB', file, source } } }])
    const params = { name, settings: { work_mem: '8MB' } }
    expect(planned(at('/etc/conf.d/x.conf', 'file'), 'config', params).steps[0]).toMatchObject({
      via: 'file',
      file: '/etc/conf.d/x.conf',
    })
    const auto = `${main.entry.dataDir}/postgresql.auto.conf`
    const altered = planned(at(auto, 'auto'), 'config', params)
    expect(altered.steps[0]).toMatchObject({ via: 'alter-system', file: auto })
    expect(noticesOf(altered)).toEqual(['notices.auto-conf-comments'])
    const unreadable = config({ work_mem: '8MB' }, { facts: { filesReadable: false, settings: {} } })
    expect(unreadable.steps[0]).toMatchObject({ via: 'alter-system' })
    const debian = '/etc/postgresql/15/main/postgresql.conf'
    expect(config({ work_mem: '8MB' }, { entry: { configFile: debian } }).steps[0]).toMatchObject({
      file: debian,
    })
  })

  it('edits postgresql.auto.conf where the server is down or has no ALTER SYSTEM', () => {
    expect(withAuto({ server: null }).steps[0]).toMatchObject({ via: 'file' })
    expect(withAuto({ server: { superuser: false } }).steps[0]).toMatchObject({ via: 'file' })
    expect(withAuto({}).steps[0]).toMatchObject({ via: 'alter-system' })
  })

  it('edits it, too, for a list that no statement can give', () => {
    const main = primaryFacts(name)
    const file = `${main.entry.dataDir}/postgresql.auto.conf`
    const settings = { search_path: { value: 'public', file, source: 'auto' as const } }
    const viaOf = (value: string, facts: Partial<typeof main> = {}) =>
      planned(worldWith([{ ...main, settings, ...facts }]), 'config', {
        name,
        settings: { search_path: value },
      }).steps[0]
    expect(viaOf('public,extra')).toMatchObject({ via: 'alter-system', file })
    for (const value of ['', 'a b']) expect(viaOf(value)).toMatchObject({ via: 'file', file })
    expect(configRefusal({ search_path: '' }, { facts: { filesReadable: false, settings: {} } })).toBe(
      'files-not-readable',
    )
  })

  it('leaves a password that it could put back by a statement only', () => {
    const change = { primary_conninfo: 'host=there' }
    expect(configRefusal(change, primaryConninfo('host=here password=geheim'))).toBe('files-not-readable')
    expect(config(change, primaryConninfo('host=here')).steps[0]).toMatchObject({ via: 'alter-system' })
  })

  it('asks before files of an adopted instance are changed, and only then', () => {
    const adopted = { entry: { origin: 'adopted' as const }, settings: { work_mem: '8MB' } }
    expect(reasonsOf(config({ work_mem: '9MB' }, adopted))).toEqual(['touches-foreign-files'])
    expect(reasonsOf(config({ work_mem: '8MB' }, adopted))).toEqual([])
    expect(reasonsOf(config({ work_mem: '9MB' }))).toEqual([])
  })

  it('is refused as the state of things has it', () => {
    expect(configRefusal({ no_such: '1' })).toBe('unknown-setting')
    expect(configRefusal({ primary_conninfo: 'password=x' })).toBe('secret-in-setting')
    expect(configRefusal({ restore_command: 'curl -u u:geheim x/%f' })).toBe('secret-in-setting')
    // As it is shown, which is nothing to write.
    expect(configRefusal({ restore_command: 'curl -u u:******** x/%f' })).toBe('secret-in-setting')
    expect(configRefusal({ work_mem: '1MB' }, { facts: { foreignOwner: 'x' } })).toBe('foreign-owner')
    expect(configRefusal({ work_mem: '1MB' }, { server: null, facts: { state: 'missing' } })).toBe(
      'data-directory-missing',
    )
    expect(configRefusal({ work_mem: '1MB' }, { server: null, facts: { filesReadable: false } })).toBe(
      'files-not-readable',
    )
    const main = primaryFacts(name)
    const settings = { port: { value: '5432', source: 'command line', context: 'postmaster' } }
    const fromCommandLine = { ...main, server: main.server && { ...main.server, settings } }
    expect(refused(worldWith([fromCommandLine]), 'config', { name, settings: { port: '6000' } }).code).toBe(
      'setting-from-command-line',
    )
  })

  it('raises what standbys must match on them first, and lowers it on the primary first', () => {
    const world = worldWith([primaryFacts(name), standbyFacts('copy', name)])
    expect(refused(world, 'config', setConnections(name, '200')).code).toBe('standby-needs-it-first')
    expect(refused(world, 'config', setConnections('copy', '50')).code).toBe('setting-below-primary')
    expect(planned(world, 'config', setConnections('copy', '200')).steps).toHaveLength(2)
    expect(planned(world, 'config', setConnections(name, '50')).steps).toHaveLength(2)
  })

  describe.each([
    { setting: 'max_connections', enough: '100' },
    { setting: 'max_worker_processes', enough: '8' },
    { setting: 'max_prepared_transactions', enough: '0' },
    { setting: 'max_locks_per_transaction', enough: '64' },
    { setting: 'max_wal_senders', enough: '10' },
  ])('$setting taken out', ({ setting, enough }) => {
    const out = (on: string) => ({ name: on, settings: { [setting.toUpperCase()]: null } })
    const more = String(Number(enough) + 1)
    const primary = (value: string) => primaryFacts(name, { settings: { [setting]: value } })
    const standby = (value: string) =>
      standbyFacts('copy', name, { settings: { [setting]: value }, server: null })

    it('of a standby counts as its default, which is too low for more on the primary', () => {
      const low = worldWith([primary(more), standby(more)])
      expect(refused(low, 'config', out('copy'))).toMatchObject({
        code: 'setting-below-primary',
        params: { value: Number(enough), needed: Number(more) },
      })
      expect(planned(worldWith([primary(enough), standby(more)]), 'config', out('copy')).steps).toHaveLength(
        1,
      )
    })

    it('counts as what another file has', () => {
      const made = standby(more)
      const line = { value: more, file: '/d/postgresql.auto.conf', source: 'auto' as const, beneath: more }
      const twice = { ...made, settings: { ...made.settings, [setting]: line } }
      expect(planned(worldWith([primary(more), twice]), 'config', out('copy')).steps).toHaveLength(1)
    })

    it('of neither file is nothing to take out', () => {
      const { [setting]: _line, ...settings } = standby(more).settings
      const without = { ...standby(more), settings }
      expect(planned(worldWith([primary(more), without]), 'config', out('copy')).steps).toEqual([])
    })
  })

  it('takes no low setting out of a primary whose standby would be below the default', () => {
    const low = { settings: { max_connections: '50' } }
    const world = worldWith([primaryFacts(name, low), standbyFacts('copy', name, low)])
    expect(refused(world, 'config', { name, settings: { max_connections: null } })).toMatchObject({
      code: 'standby-needs-it-first',
      params: { standby: 'copy', has: 50 },
    })
  })

  it('knows what a stopped server would start with where no line says so', () => {
    const bare = primaryFacts(name, { server: null, facts: { settings: {} } })
    const world = worldWith([bare, standbyFacts('copy', name)])
    expect(refused(world, 'config', setConnections('copy', '50')).code).toBe('setting-below-primary')
    const missing = worldWith([{ ...bare, state: 'missing' }, standbyFacts('copy', name)])
    expect(planned(missing, 'config', setConnections('copy', '50')).steps).toHaveLength(2)
  })
})

describe('hba', () => {
  const rule = { type: 'host', database: 'all', user: 'guest', address: '127.0.0.1/32', method: 'md5' }

  it('adds a rule, reloads what runs, asks for adopted files', () => {
    expect(kindsOf(planned(worldOf(), 'hba', { name, rule }))).toEqual(['add-hba-rules', 'reload-server'])
    expect(kindsOf(planned(worldOf({ server: null }), 'hba', { name, rule }))).toEqual(['add-hba-rules'])
    const adopted = worldOf({ entry: { origin: 'adopted', configFile: '/etc/pg/postgresql.conf' } })
    const plan = planned(adopted, 'hba', { name, rule })
    expect(reasonsOf(plan)).toEqual(['touches-foreign-files'])
    expect(stepsOfKind(plan, 'add-hba-rules')[0]?.file).toBe('/etc/pg/pg_hba.conf')
  })

  it('reloads a server that it cannot ask, too', () => {
    const facts = { state: 'unreachable', unreachableBecause: 'wrong-password' } as const
    expect(kindsOf(planned(worldOf({ server: null, facts }), 'hba', { name, rule }))).toEqual([
      'add-hba-rules',
      'reload-server',
    ])
  })

  it.each([
    [['opens-to-the-world'], { address: '0.0.0.0/0', method: 'trust' }],
    [['opens-to-the-world'], { address: '192.168.1.0/24', method: 'trust' }],
    [[], { address: '192.168.1.0/24', method: 'md5' }],
    [[], { address: '127.0.0.1/32', method: 'trust' }],
  ])('asks %j for %j', (reasons, changes) => {
    const plan = planned(worldOf(), 'hba', { name, rule: { ...rule, ...changes } })
    expect(reasonsOf(plan)).toEqual(reasons)
  })

  it('is titled by what the rule is for', () => {
    const titles = ['all', 'replication'].map((database) => {
      const plan = planned(worldOf({ facts: { hba: '' } }), 'hba', { name, rule: { ...rule, database } })
      return plan.steps[0]?.title.key
    })
    expect(titles).toEqual(['steps.add-hba-rule', 'steps.add-hba-rules'])
  })

  it('has nothing to do for a rule that is there', () => {
    const hba = 'host all guest 127.0.0.1/32 md5\n'
    expect(planned(worldOf({ facts: { hba } }), 'hba', { name, rule }).steps).toEqual([])
  })

  it('is refused for a rule that is none, a file that cannot be read, and files of others', () => {
    const invalid = { ...rule, method: 'magic' }
    expect(refused(worldOf(), 'hba', { name, rule: invalid }).code).toBe('hba-rule-invalid')
    expect(refused(worldOf({ facts: { hba: null } }), 'hba', { name, rule }).code).toBe('files-not-readable')
    expect(refused(worldOf({ facts: { foreignOwner: 'x' } }), 'hba', { name, rule }).code).toBe(
      'foreign-owner',
    )
  })
})

describe('recovery', () => {
  const standby = 'copy'
  const world = (major: number, changes: InstanceChanges = {}) =>
    worldWith([primaryFacts(name, { major }), standbyFacts(standby, name, { major, ...changes })])
  const settings = { recovery_min_apply_delay: '5min' }

  it.each([
    { major: 11, kinds: ['configure'], file: 'recovery.conf', notices: ['notices.restart-needed'] },
    { major: 12, kinds: ['configure', 'reload-server'], file: 'postgresql.conf', notices: [] },
  ])('of $major changes $file', ({ major, kinds, file, notices }) => {
    const plan = planned(world(major), 'recovery', { name: standby, settings })
    expect(kindsOf(plan)).toEqual(kinds)
    expect(stepsOfKind(plan, 'configure')[0]?.file.endsWith(`/${file}`)).toBe(true)
    expect(noticesOf(plan)).toEqual(notices)
  })

  it('has nothing to do for what recovery.conf says already', () => {
    const made = standbyFacts(standby, name, { major: 11 })
    const delay = { value: '5min', file: 'recovery.conf', source: 'recovery' as const }
    const has = { ...made, settings: { ...made.settings, recovery_min_apply_delay: delay } }
    const there = worldWith([primaryFacts(name, { major: 11 }), has])
    expect(planned(there, 'recovery', { name: standby, settings }).steps).toEqual([])
    const takenOut = { recovery_min_apply_delay: null }
    expect(kindsOf(planned(there, 'recovery', { name: standby, settings: takenOut }))).toEqual(['configure'])
    expect(planned(world(11), 'recovery', { name: standby, settings: takenOut }).steps).toEqual([])
  })

  it.each([
    { major: 15, settings: { work_mem: '1MB' }, code: 'not-a-recovery-setting' },
    { major: 16, settings: { trigger_file: '/t' }, code: 'not-in-this-version' },
    { major: 11, settings: { primary_conninfo: 'password=x' }, code: 'secret-in-setting' },
    { major: 15, settings: { primary_conninfo: 'password=x' }, code: 'secret-in-setting' },
  ])('of $major is refused as $code', ({ major, settings, code }) => {
    expect(refused(world(major), 'recovery', { name: standby, settings }).code).toBe(code)
  })

  it.each([
    { settings: { recovery_min_apply_delay: 'soon' }, problem: 'parameters.duration' },
    { settings: { RECOVERY_TARGET_TIMELINE: 'Latest' }, problem: 'parameters.timeline' },
  ])('names the setting whose value no server starts with: $settings', ({ settings: wrong, problem }) => {
    const parsed = recovery.params.safeParse({ name: standby, settings: wrong })
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['settings', Object.keys(wrong)[0]], problem],
    ])
    const fine = { recovery_min_apply_delay: '5min', recovery_target_timeline: '3', restore_command: null }
    expect(recovery.params.safeParse({ name: standby, settings: fine }).success).toBe(true)
  })

  it('of 11 is refused for a primary, for files of others and unreadable ones', () => {
    expect(refused(world(11), 'recovery', { name, settings }).code).toBe('not-a-standby')
    const unreadable = world(11, { facts: { filesReadable: false } })
    expect(refused(unreadable, 'recovery', { name: standby, settings }).code).toBe('files-not-readable')
    const foreign = world(11, { facts: { foreignOwner: 'x' } })
    expect(refused(foreign, 'recovery', { name: standby, settings }).code).toBe('foreign-owner')
  })
})
