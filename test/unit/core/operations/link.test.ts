import { describe, expect, it } from 'vitest'
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

const standby = 'copy'
const direct = `host=localhost port=5432 user=replicator passfile='/p/a b' application_name=copy`
const led = `host=127.0.0.1 port=40000 user=replicator passfile='/p/a b' application_name=copy`
const link = { port: 40_000, conninfo: direct }

const pairOf = (conninfo: string, changes: InstanceChanges = {}) =>
  worldWith([
    primaryFacts('main'),
    standbyFacts(standby, 'main', {
      ...changes,
      settings: { primary_conninfo: conninfo, ...changes.settings },
    }),
  ])
const linkedWith = (conninfo: string) => pairOf(conninfo, { entry: { link } })
const conninfoAfter = (plan: ReturnType<typeof planned>) =>
  stepsOfKind(plan, 'configure')[0]?.settings['primary_conninfo']

describe('link', () => {
  it('remembers what stands there, then changes host and port only', () => {
    const plan = planned(pairOf(direct), 'link', { standby, port: 40_000 })
    expect(kindsOf(plan)).toEqual(['catalogue', 'configure', 'reload-server'])
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry?.link).toEqual(link)
    expect(conninfoAfter(plan)).toBe(led)
    expect(plan.steps.map(({ undo }) => undo)).toEqual(['inverse', 'inverse', 'nothing'])
  })

  it('puts back what stood there, then forgets it', () => {
    const plan = planned(linkedWith(led), 'link', { standby, port: null })
    expect(kindsOf(plan)).toEqual(['configure', 'reload-server', 'catalogue'])
    expect(conninfoAfter(plan)).toBe(direct)
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry?.link).toBeNull()
  })

  it('keeps what somebody changed meanwhile', () => {
    const plan = planned(linkedWith(`${led} keepalives_idle=9`), 'link', { standby, port: null })
    expect(conninfoAfter(plan)).toBe(`${direct} keepalives_idle=9`)
    const elsewhere = planned(linkedWith('host=127.0.0.1 port=5499'), 'link', { standby, port: null })
    expect(kindsOf(elsewhere)).toEqual(['catalogue'])
  })

  it('leads through another relay without forgetting what stood there first', () => {
    const plan = planned(linkedWith(led), 'link', { standby, port: 40_001 })
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry?.link).toEqual({ port: 40_001, conninfo: direct })
    expect(conninfoAfter(plan)).toBe(led.replace('40000', '40001'))
  })

  it('has nothing to do where there is no link', () => {
    expect(planned(pairOf(direct), 'link', { standby, port: null }).steps).toEqual([])
  })

  it('only edits the file of a standby that does not run', () => {
    const plan = planned(pairOf(direct, { server: null }), 'link', { standby, port: 40_000 })
    expect(kindsOf(plan)).toEqual(['catalogue', 'configure'])
  })

  it.each([
    { major: 11, file: 'recovery.conf' },
    { major: 12, file: 'postgresql.conf' },
  ])('restarts a standby of $major, whose $file is read at start', ({ major, file }) => {
    const source = major === 11 ? ('recovery' as const) : ('file' as const)
    const dir = '/d'
    const settings = { primary_conninfo: { value: direct, file: `${dir}/${file}`, source } }
    const server = { clientConnections: 2, ...(major === 11 ? { settings: {} } : {}) }
    const world = pairOf(direct, { major, server, facts: { settings } })
    const plan = planned(world, 'link', { standby, port: 40_000 })
    expect(kindsOf(plan)).toEqual(['catalogue', 'configure', 'restart-server'])
    expect(stepsOfKind(plan, 'configure')[0]?.file).toMatch(new RegExp(`/${file}$`))
    expect(conninfoAfter(plan)).toBe(led)
    expect(reasonsOf(plan)).toEqual(['cuts-connections'])
  })

  it.each([
    ['not-a-standby', worldWith([primaryFacts(standby)])],
    ['no-upstream', pairOf(direct, { entry: { upstream: null } })],
    ['no-upstream', pairOf('')],
    ['conninfo-not-readable', pairOf('host')],
    ['secret-in-setting', pairOf(`${direct} password=x`)],
  ])('is refused: %s', (code, world) => {
    expect(refused(world, 'link', { standby, port: 40_000 }).code).toBe(code)
  })
})

describe('a standby that is led through a relay', () => {
  it('is promoted and made again without it', () => {
    const down = primaryFacts('main', { server: null })
    const copy = standbyFacts(standby, 'main', { entry: { link }, settings: { primary_conninfo: led } })
    const promoted = planned(worldWith([down, copy]), 'promote', { name: standby })
    expect(stepsOfKind(promoted, 'catalogue')[0]?.entry).toMatchObject({ name: standby, link: null })
    const again = planned(worldWith([primaryFacts('main'), copy]), 'reclone', { name: standby })
    expect(stepsOfKind(again, 'catalogue')[0]?.entry).toMatchObject({ name: standby, link: null })
    const conninfo = stepsOfKind(again, 'configure').flatMap(
      ({ settings }) => settings['primary_conninfo'] ?? [],
    )
    expect(conninfo[0]).toContain('port=5432')
  })
})
