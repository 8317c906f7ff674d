import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../shared/model/instance-status.ts'
import {
  type InstanceChanges,
  kindsOf,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const name = 'copy'
const down = primaryFacts('main', { server: null })
const withPrimary = (state: InstanceState, changes: InstanceChanges = {}) =>
  worldWith([primaryFacts('main', { server: null, facts: { state } }), standbyFacts(name, 'main', changes)])

describe('promote', () => {
  it('promotes, then forgets the ties, then remembers the old primary as superseded', () => {
    const plan = planned(withPrimary('stopped'), 'promote', { name })
    expect(kindsOf(plan)).toEqual(['promote-server', 'catalogue', 'catalogue'])
    expect(plan.steps[0]).toMatchObject({ by: 'pg_ctl', undo: 'point-of-no-return' })
    const [own, old] = stepsOfKind(plan, 'catalogue')
    expect(own?.entry).toMatchObject({ upstream: null, slot: null, supersededBy: null })
    expect(old?.entry).toMatchObject({ name: 'main', supersededBy: name })
    expect(plan.confirmations).toEqual([])
  })

  it('lets a paused standby replay first', () => {
    const world = withPrimary('stopped', { server: { replayPaused: true } })
    expect(kindsOf(planned(world, 'promote', { name }))[0]).toBe('replay')
  })

  it.each(['running', 'starting', 'stopping', 'unreachable'] as const)(
    'is refused while its primary is %s, unless the user insists',
    (state) => {
      const world = withPrimary(state)
      expect(refused(world, 'promote', { name })).toMatchObject({
        code: 'primary-may-answer',
        params: { primary: 'main' },
      })
      expect(reasonsOf(planned(world, 'promote', { name, force: true }))).toEqual(['splits-the-pair'])
    },
  )

  it.each(['stopped', 'crashed', 'missing'] as const)('goes ahead when its primary is %s', (state) => {
    expect(planned(withPrimary(state), 'promote', { name }).confirmations).toEqual([])
  })

  it('counts what is not known as yes', () => {
    const unreadable = primaryFacts('main', {
      server: null,
      facts: { state: 'unreachable', role: 'unknown', systemIdentifier: null },
    })
    expect(refused(worldWith([unreadable, standbyFacts(name, 'main')]), 'promote', { name }).code).toBe(
      'primary-may-answer',
    )
    const settings = { primary_conninfo: 'host=10.1.2.3 port=6000' }
    const alone = standbyFacts(name, 'gone', { settings, entry: { upstream: null } })
    expect(refused(worldWith([alone]), 'promote', { name }).params).toMatchObject({
      primary: '10.1.2.3:6000',
    })
  })

  it('reads primary_conninfo from recovery.conf, which no server of that time shows', () => {
    const old = standbyFacts(name, 'gone', { major: 11, entry: { upstream: null } })
    const value = 'host=10.1.2.3 port=6000'
    const conninfo = { value, file: '/d/recovery.conf', source: 'recovery' as const }
    const settings = { ...old.settings, primary_conninfo: conninfo }
    expect(refused(worldWith([{ ...old, settings }]), 'promote', { name })).toMatchObject({
      code: 'primary-may-answer',
      params: { primary: '10.1.2.3:6000' },
    })
  })

  it('is refused where nothing says who the primary is, unless the user insists', () => {
    const archiveOnly = standbyFacts(name, 'gone', { entry: { upstream: null } })
    const unreadable = standbyFacts(name, 'gone', { facts: { settings: {}, filesReadable: false } })
    for (const alone of [archiveOnly, unreadable]) {
      const world = worldWith([alone])
      expect(refused(world, 'promote', { name }).code).toBe('primary-not-known')
      const { confirmations } = planned(world, 'promote', { name, force: true })
      expect(confirmations).toEqual([
        { reason: 'splits-the-pair', text: { key: 'confirmations.splits-from-unknown', params: { name } } },
      ])
    }
  })

  it.each(['stopped', 'crashed', 'missing'] as const)(
    'looks beyond a standby on the way that is %s, whose primary no catalogue has',
    (state) => {
      const settings = { primary_conninfo: 'host=10.1.2.3 port=6000' }
      const role = state === 'missing' ? ('unknown' as const) : ('standby' as const)
      const between = standbyFacts('first', 'gone', { settings, server: null, facts: { state, role } })
      expect(refused(worldWith([between, standbyFacts(name, 'first')]), 'promote', { name })).toMatchObject({
        code: 'primary-may-answer',
        params: { primary: '10.1.2.3:6000' },
      })
      const known = worldWith([down, { ...between, entry: { ...between.entry, upstream: 'main' } }])
      const second = standbyFacts(name, 'first')
      const world = { ...known, instances: [...known.instances, second] }
      expect(planned(world, 'promote', { name }).confirmations).toEqual([])
    },
  )

  it('finds no primary in standbys that stream from each other', () => {
    const world = worldWith([standbyFacts('first', name), standbyFacts(name, 'first')])
    expect(refused(world, 'promote', { name }).code).toBe('primary-not-known')
  })

  it('looks for a primary beyond the standby that it streams from, and at every server of the same cluster', () => {
    const first = standbyFacts('first', 'main')
    const second = standbyFacts('second', 'first')
    const running = worldWith([primaryFacts('main'), first, second])
    expect(refused(running, 'promote', { name: 'second' }).params).toMatchObject({ primary: 'main' })
    const stranger = primaryFacts('other', { facts: { systemIdentifier: '8' } })
    expect(
      planned(worldWith([down, stranger, standbyFacts(name, 'main')]), 'promote', { name }).steps,
    ).toHaveLength(3)
  })

  it.each([
    { by: 'sql', major: 11, code: 'not-in-this-version' },
    { by: 'trigger', major: 16, code: 'not-in-this-version' },
    { by: 'trigger', major: 15, code: 'no-trigger-file' },
    { by: 'trigger', major: 11, code: 'no-trigger-file' },
  ])('is refused by $by in $major as $code', ({ by, major, code }) => {
    expect(refused(withPrimary('stopped', { major }), 'promote', { name, by }).code).toBe(code)
  })

  it.each([
    { major: 11, setting: 'trigger_file' },
    { major: 15, setting: 'promote_trigger_file' },
  ])('writes the trigger file of $major', ({ major, setting }) => {
    const world = withPrimary('stopped', { major, settings: { [setting]: '/srv/trigger' } })
    expect(planned(world, 'promote', { name, by: 'trigger' }).steps[0]).toMatchObject({
      by: 'trigger',
      triggerFile: '/srv/trigger',
    })
  })

  it('writes a trigger file without a folder where the server looks for it, into the data directory', () => {
    const world = withPrimary('stopped', { settings: { promote_trigger_file: 'promote.now' } })
    const { dataDir } = standbyFacts(name, 'main').target
    expect(planned(world, 'promote', { name, by: 'trigger' }).steps[0]).toMatchObject({
      triggerFile: `${dataDir}/promote.now`,
    })
  })

  it('uses SQL where files are not ours, and is refused where that is not enough', () => {
    const unreadable = { facts: { filesReadable: false } }
    const foreign = { facts: { foreignOwner: 'service' } }
    for (const changes of [unreadable, foreign])
      expect(planned(withPrimary('stopped', changes), 'promote', { name }).steps[0]).toMatchObject({
        by: 'sql',
      })
    for (const by of ['pg_ctl', 'trigger']) {
      expect(refused(withPrimary('stopped', unreadable), 'promote', { name, by }).code).toBe(
        'files-not-readable',
      )
      expect(refused(withPrimary('stopped', foreign), 'promote', { name, by }).code).toBe('foreign-owner')
    }
    expect(refused(withPrimary('stopped', { ...unreadable, major: 11 }), 'promote', { name }).code).toBe(
      'not-in-this-version',
    )
  })

  it('is refused for a primary and for a standby that does not run', () => {
    expect(refused(worldWith([primaryFacts('main')]), 'promote', { name: 'main' }).code).toBe('not-a-standby')
    expect(refused(withPrimary('stopped', { server: null }), 'promote', { name }).code).toBe(
      'instance-not-running',
    )
  })
})
