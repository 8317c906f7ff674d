import { describe, expect, it } from 'vitest'
import {
  type InstanceChanges,
  kindsOf,
  noticesOf,
  planned,
  primaryFacts,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../../helpers/world.ts'
import { cloned, dataDir, params } from './cloned.ts'

const settingsOf = (changes: InstanceChanges = {}, more: object = {}) =>
  stepsOfKind(cloned(changes, more), 'configure').at(-1)?.settings ?? {}

const shared = (value: string) => ({ value, file: '/etc/shared.conf', source: 'file' as const })

describe('the configuration of a clone', () => {
  it('never shares what belongs to one server: places, archiving, synchronous names, trigger file', () => {
    const settings = settingsOf({
      major: 15,
      settings: {
        archive_mode: 'on',
        hba_file: '/etc/x',
        external_pid_file: '/run/x.pid',
        synchronous_standby_names: 'a',
        promote_trigger_file: '/tmp/t',
      },
    })
    expect(settings).toMatchObject({
      archive_mode: 'off',
      hba_file: null,
      external_pid_file: null,
      synchronous_standby_names: '',
      promote_trigger_file: null,
    })
    expect(noticesOf(cloned({ settings: { archive_mode: 'on' } }))).toEqual([
      'notices.archive-off-on-standby',
    ])
  })

  it('does not inherit the slot and the delay of a standby that it copies, unless asked for its own', () => {
    const settings = { primary_slot_name: 'first', recovery_min_apply_delay: '5min' }
    const world = worldWith([primaryFacts('main'), standbyFacts('first', 'main', { settings })])
    const of = (more: object) => {
      const plan = planned(world, 'clone', { source: 'first', name: 'copy', ...more })
      return stepsOfKind(plan, 'configure').at(-1)?.settings
    }
    expect(of({ slot: false })).toMatchObject({ primary_slot_name: null, recovery_min_apply_delay: null })
    expect(of({ delay: '1min' })).toMatchObject({
      primary_slot_name: 'copy',
      recovery_min_apply_delay: '1min',
    })
  })

  it('takes out of postgresql.auto.conf and of included files what would win over its settings', () => {
    const main = primaryFacts('main')
    const dir = main.entry.dataDir
    const settings = {
      ...main.settings,
      port: { value: '5432', file: `${dir}/postgresql.auto.conf`, source: 'auto' as const },
      listen_addresses: { value: '*', file: `${dir}/conf.d/a.conf`, source: 'file' as const },
    }
    const steps = stepsOfKind(planned(worldWith([{ ...main, settings }]), 'clone', params), 'configure')
    expect(steps.map(({ file, settings }) => [file, settings]).slice(1)).toEqual([
      [`${dataDir}.partial/conf.d/a.conf`, { listen_addresses: null }],
      [`${dataDir}.partial/postgresql.auto.conf`, { port: null }],
    ])
  })

  it('names the files that it goes on reading with its source', () => {
    const facts = { absoluteIncludes: ['/etc/shared.conf', '/etc/shared.d'] }
    const plan = cloned({ facts })
    expect(noticesOf(plan)).toEqual(['notices.shared-includes'])
    expect(plan.notices[0]?.params).toEqual({
      name: 'copy',
      source: 'main',
      files: '/etc/shared.conf, /etc/shared.d',
    })
    expect(noticesOf(cloned())).toEqual([])
  })

  it.each([
    ['port', '5432', '/etc/shared.conf'],
    ['data_directory', '/srv/data', '/etc/shared.d/a.conf'],
    ['primary_conninfo', 'host=elsewhere', '/etc/shared.conf'],
  ])('is refused where such a file would set %s in both', (setting, value, file) => {
    const main = primaryFacts('main', {
      facts: { absoluteIncludes: ['/etc/shared.conf', '/etc/shared.d'] },
    })
    const world = (place: string) => {
      const found = { value, file: place, source: 'file' as const }
      return worldWith([{ ...main, settings: { ...main.settings, [setting]: found } }])
    }
    expect(refused(world(file), 'clone', params)).toMatchObject({
      code: 'include-sets-own',
      params: { name: 'main', file, settings: setting },
    })
    expect(kindsOf(planned(world(`${main.entry.dataDir}/conf.d/a.conf`), 'clone', params))).toContain('wait')
  })

  it('takes what such a file says, where both may have it', () => {
    const main = primaryFacts('main', { facts: { absoluteIncludes: ['/etc/shared.conf'] } })
    const settings = { ...main.settings, hot_standby: shared('yes'), work_mem: shared('8MB') }
    const steps = stepsOfKind(planned(worldWith([{ ...main, settings }]), 'clone', params), 'configure')
    expect(steps.map(({ file }) => file)).toEqual([`${dataDir}.partial/postgresql.conf`])
  })

  it('copies configuration in that lies elsewhere, before anything is set', () => {
    const kinds = kindsOf(cloned({ entry: { configFile: '/etc/postgresql/15/main/postgresql.conf' } }))
    expect(kinds.indexOf('copy-configuration')).toBe(kinds.indexOf('standby-file') - 1)
  })
})
