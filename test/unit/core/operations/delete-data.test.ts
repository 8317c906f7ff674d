import { describe, expect, it } from 'vitest'
import type { InstanceFacts } from '../../../../electron/core/operations/world.ts'
import {
  home,
  type InstanceChanges,
  noticesOf,
  planned,
  primaryFacts,
  refused,
  replicationRow,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const apart = { oid: 16_390, name: 'apart', location: '/data/ts1' }
const server = { tablespaces: [apart] }
const adopted = (changes: InstanceChanges = {}): InstanceChanges => ({
  server,
  ...changes,
  entry: { origin: 'adopted', dataDir: '/srv/main', ...changes.entry },
})
const elsewhere = (location: string, changes: InstanceChanges = {}) =>
  primaryFacts(
    'other',
    adopted({
      ...changes,
      entry: { dataDir: '/srv/other' },
      server: { tablespaces: [{ ...apart, location }] },
    }),
  )

const deletion = (...instances: InstanceFacts[]) => {
  const plan = planned(worldWith(instances), 'remove', { name: 'main', deleteData: true })
  const [step] = stepsOfKind(plan, 'remove-data-directory')
  return { tablespaces: step?.tablespaces, belongings: step?.belongings, notices: noticesOf(plan) }
}
const kept = { tablespaces: [], notices: ['notices.tablespaces-kept'] }
const taken = { tablespaces: ['/data/ts1'], notices: [] }

describe('the tablespaces of an adopted server', () => {
  it('go with it where it is known to be alone with them', () => {
    expect(deletion(primaryFacts('main', adopted()))).toMatchObject(taken)
    const standby = standbyFacts('main', 'other', adopted({ entry: { slot: null, upstream: 'other' } }))
    expect(deletion(standby, elsewhere('/data/ts2'))).toMatchObject(taken)
  })

  it('stay where another instance links to the same place, unless it is of another major version', () => {
    const standby = standbyFacts('main', 'other', adopted({ entry: { slot: null, upstream: 'other' } }))
    expect(deletion(standby, elsewhere('/data/ts1'))).toMatchObject(kept)
    expect(deletion(primaryFacts('main', adopted()), elsewhere('/data/ts1/'))).toMatchObject(kept)
    expect(deletion(primaryFacts('main', adopted()), elsewhere('/data/ts1', { major: 14 }))).toMatchObject(
      taken,
    )
  })

  it.each([
    ['one that is not there', { state: 'missing' }],
    ['one whose files are closed to us', { filesReadable: false }],
  ] as const)('stay where it cannot be seen what another links to: %s', (_, facts) => {
    const other = primaryFacts('other', { entry: { dataDir: '/srv/other' }, server: null, facts })
    expect(deletion(primaryFacts('main', adopted()), other)).toMatchObject(kept)
  })

  it.each([
    [
      'it does not run, so its standbys cannot be seen',
      primaryFacts('main', { ...adopted(), server: null, facts: { tablespaces: [apart] } }),
    ],
    [
      'a standby streams from it',
      primaryFacts('main', adopted({ server: { ...server, replication: [replicationRow('x')] } })),
    ],
    [
      'it keeps WAL for one',
      primaryFacts(
        'main',
        adopted({
          server: { ...server, slots: [{ name: 'x', active: false, walStatus: null, retainedBytes: 0 }] },
        }),
      ),
    ],
    ['its own upstream is somebody else', standbyFacts('main', 'x', adopted({ entry: { upstream: null } }))],
  ])('stay where servers may have the same data that the catalogue does not know: %s', (_, instance) => {
    expect(deletion(instance)).toMatchObject(kept)
  })
})

const inside = (dataDir: string) => primaryFacts('other', { entry: { origin: 'adopted', dataDir } })

describe('what belongs to an instance of ours', () => {
  const folder = `${home}/instances/main`
  const own = (location: string, dataDir = `${folder}/data`) =>
    primaryFacts('main', { entry: { dataDir }, server: { tablespaces: [{ ...apart, location }] } })

  it('are its folder and the folders of its tablespaces; those of its user stay, and that is said', () => {
    const copied = '/srv/main.copy2.tablespaces'
    expect(deletion(own(`${copied}/16390`, '/srv/main'))).toEqual({
      belongings: [copied, folder],
      tablespaces: [],
      notices: [],
    })
    expect(deletion(own(`${folder}/tablespaces/16390`)).notices).toEqual([])
    expect(deletion(own('/data/ts1'))).toEqual({ belongings: [folder], ...kept })
  })

  it('is not a folder in which another has its data', () => {
    const moved = { belongings: [], notices: ['notices.folder-stays'] }
    expect(
      deletion(primaryFacts('main', { entry: { dataDir: '/srv/a' } }), inside(`${folder}/data`)),
    ).toMatchObject(moved)
    expect(
      deletion(primaryFacts('main', { entry: { dataDir: '/srv/a' } }), elsewhere(`${folder}/tablespaces/1`)),
    ).toMatchObject(moved)
    const link = {
      ...worldWith([primaryFacts('main', { entry: { dataDir: '/srv/a' } }), inside('/real/main/data')]),
      paths: { [folder]: { realPath: '/real/main' } },
    }
    expect(noticesOf(planned(link, 'remove', { name: 'main', deleteData: true }))).toEqual([
      'notices.folder-stays',
    ])
  })

  it('is no data directory with another one in it', () => {
    const world = worldWith([primaryFacts('main'), inside(`${folder}/data/sub`)])
    expect(refused(world, 'remove', { name: 'main', deleteData: true })).toMatchObject({
      code: 'holds-other-instance',
      params: { path: `${folder}/data`, other: 'other' },
    })
  })
})
