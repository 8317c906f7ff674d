import { describe, expect, it } from 'vitest'
import { ownTablespaceFolders } from '../../../../electron/core/operations/own-tablespace-folders.ts'
import type { World } from '../../../../electron/core/operations/world.ts'
import {
  home,
  noticesOf,
  planned,
  primaryFacts,
  refused,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

const oid = 16_385
const name = 'copy'
const empty: Omit<World, 'platform' | 'instances'> = {
  home,
  installations: [],
  entries: {},
  ports: {},
  freePorts: [],
  paths: {},
  knownSettings: {},
  openJobs: [],
}
const at = (...locations: readonly string[]) => locations.map((location) => ({ oid, location }))

describe('the folders that PgTandem made for tablespaces', () => {
  /** Those of a standby at `dataDir` with a tablespace at `location`, beside another instance. */
  const foldersOf = (
    location: string,
    {
      dataDir = '/srv/pg/copy',
      platform = 'linux',
      other = primaryFacts('main', { entry: { dataDir: '/srv/pg/main' } }),
    }: {
      readonly dataDir?: string
      readonly platform?: World['platform']
      readonly other?: ReturnType<typeof primaryFacts>
    } = {},
  ): string[] => {
    const standby = standbyFacts(name, 'main', {
      server: null,
      entry: { dataDir },
      facts: { tablespaces: at(location) },
    })
    const instances = { main: other, [name]: standby }
    return ownTablespaceFolders(standby, { ...empty, platform, instances })
  }
  const usual = `${home}/instances/${name}`

  it.each([
    [`/srv/pg/copy.tablespaces`, {}],
    [`/srv/pg/copy.copy2.tablespaces`, {}],
    [`/srv/pg/copy.copy17.tablespaces`, {}],
    [`${usual}/tablespaces`, { dataDir: `${usual}/data` }],
    [`${usual}/data.copy2.tablespaces`, { dataDir: `${usual}/data` }],
  ])('are %s', (folder, where) => {
    expect(foldersOf(`${folder}/${oid}`, where)).toEqual([folder])
  })

  it('are the same in any spelling that Windows has for them', () => {
    const windows = { dataDir: String.raw`D:\PG\Copy`, platform: 'win32' } as const
    expect(foldersOf('d:/pg/copy.copy2.tablespaces/16385', windows)).toEqual([
      String.raw`d:\pg\copy.copy2.tablespaces`,
    ])
    expect(foldersOf('/srv/pg/COPY.tablespaces/16385')).toEqual([])
  })

  it.each([
    ['/srv/pg/ts1', 'beside both data directories'],
    ['/srv/pg/16385', 'beside them, named for its oid'],
    ['/srv/pg2/copy.tablespaces/16385', 'in a folder that begins alike'],
    ['/srv/pg/copy.tablespaces/mine', 'where PgTandem puts them, under a name of its user’s'],
    ['/srv/pg/copy.tablespaces/16386', 'under another oid'],
    ['/srv/pg/main.tablespaces/16385', 'in the folder of another instance'],
    ['/srv/pg/copy.copy1.tablespaces/16385', 'in a copy that there never is'],
    ['/srv/pg/copy.copy02.tablespaces/16385', 'in a number that is never written so'],
    ['/srv/pg/copy.tablespaces/deep/16385', 'one folder deeper'],
    [`${usual}/tablespaces/16385`, 'in the home, of one whose data lie elsewhere'],
  ])('are not %s: %s', (location) => {
    expect(foldersOf(location)).toEqual([])
  })

  it('are none that data or a tablespace of another instance lies in', () => {
    const location = `/srv/pg/copy.tablespaces/${oid}`
    const data = primaryFacts('main', { entry: { dataDir: '/srv/pg/copy.tablespaces/data' } })
    const tablespace = primaryFacts('main', { facts: { tablespaces: at('/srv/pg/copy.tablespaces/7') } })
    for (const other of [data, tablespace]) expect(foldersOf(location, { other })).toEqual([])
  })
})

describe('reclone', () => {
  const dataDir = '/srv/pg/copy'
  const reclone = (
    tablespaces: ReturnType<typeof at>,
    ofMain: ReturnType<typeof at> = at('/srv/pg/space'),
  ) => {
    const main = primaryFacts('main', {
      server: { tablespaces: ofMain.map((one) => ({ ...one, name: 'apart' })) },
    })
    const standby = standbyFacts(name, 'main', { server: null, entry: { dataDir }, facts: { tablespaces } })
    return planned(worldWith([main, standby]), 'reclone', { name })
  }
  const placesOf = (plan: ReturnType<typeof reclone>) => ({
    to: stepsOfKind(plan, 'base-backup')[0]?.tablespaces.map(({ to }) => to),
    removed: stepsOfKind(plan, 'remove-data-directory')[0]?.belongings,
  })

  it('counts on from the copy that a stopped standby has, and takes that one away', () => {
    const old = `${dataDir}.copy2.tablespaces`
    const plan = reclone(at(`${old}/${oid}`))
    expect(placesOf(plan)).toEqual({ to: [`${dataDir}.copy3.tablespaces/${oid}`], removed: [old] })
    expect(noticesOf(plan)).toEqual([])
  })

  it('is refused where a tablespace of its upstream lies in its data directory', () => {
    const main = primaryFacts('main', { facts: { tablespaces: at(`${dataDir}/space`) } })
    const world = worldWith([main, standbyFacts(name, 'main', { entry: { dataDir } })])
    expect(refused(world, 'reclone', { name })).toMatchObject({
      code: 'holds-other-instance',
      params: { name, path: dataDir, other: 'main' },
    })
  })

  it('leaves what lies in a folder of its user’s, and says so', () => {
    const plan = reclone(at('/srv/pg/ts1'))
    expect(placesOf(plan)).toEqual({ to: [`${dataDir}.copy2.tablespaces/${oid}`], removed: [] })
    expect(plan.notices).toEqual([
      {
        key: 'notices.tablespaces-kept',
        params: { name, folders: 'PG_15_…', paths: '/srv/pg/ts1' },
      },
    ])
  })
})
