import { describe, expect, it } from 'vitest'
import type { CandidateFacts } from '../../../../electron/core/operations/world.ts'
import {
  binDirOf,
  home,
  type InstanceChanges,
  kindsOf,
  noticesOf,
  planned,
  primaryFacts,
  reasonsOf,
  refused,
  replicationRow,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../helpers/world.ts'

type Found = Extract<CandidateFacts, { found: 'data-directory' }>

const dataDir = '/srv/data'
const found = (changes: InstanceChanges = {}, over: Partial<Found> = {}): Found => ({
  found: 'data-directory',
  dataDir,
  alreadyNamed: null,
  instance: primaryFacts('main', {
    ...changes,
    entry: { origin: 'adopted', trusted: false, dataDir, ...changes.entry },
  }),
  access: 'tcp',
  ownCommands: [],
  standbys: [],
  ...over,
})
const adoptable = (candidate: CandidateFacts, instances: Parameters<typeof worldWith>[0] = []) =>
  worldWith(instances, { candidate })
const params = { name: 'main', dataDir }
const ownCommands = [{ setting: 'archive_command', value: 'cp', file: '/srv/data/postgresql.conf' }]

const known = (changes: InstanceChanges = {}) =>
  primaryFacts('main', { ...changes, entry: { origin: 'adopted', dataDir, ...changes.entry } })

const shut = (unreachableBecause: string) =>
  known({ facts: { state: 'unreachable', server: null, unreachableBecause } })
const again = (instance: ReturnType<typeof known>, candidate: CandidateFacts = found()) =>
  adoptable(candidate, [instance])

const unreadable = (owner: string | null) => adoptable({ found: 'unreadable', dataDir, owner })

describe('adopt', () => {
  it('writes one entry and touches nothing else', () => {
    const plan = planned(adoptable(found()), 'adopt', params)
    expect(kindsOf(plan)).toEqual(['catalogue'])
    expect(plan.confirmations).toEqual([])
    expect(plan.assumes[0]).toMatchObject({ kind: 'instance', systemIdentifier: '7000000000000000001' })
  })

  it('shows what it runs by itself, and trusts it only when it runs already or has nothing of the kind', () => {
    const trusted = (candidate: Found) =>
      stepsOfKind(planned(adoptable(candidate), 'adopt', params), 'catalogue')[0]?.entry?.trusted
    expect(noticesOf(planned(adoptable(found({}, { ownCommands })), 'adopt', params))).toEqual([
      'notices.own-command',
    ])
    expect(trusted(found({}, { ownCommands }))).toBe(true)
    expect(trusted(found({ server: null }, { ownCommands }))).toBe(false)
    expect(trusted(found({ server: null }))).toBe(true)
  })

  it('ties standbys to it that were adopted before', () => {
    const standby = standbyFacts('copy', 'main', { entry: { origin: 'adopted', upstream: null } })
    const plan = planned(adoptable(found({}, { standbys: ['copy'] }), [standby]), 'adopt', params)
    expect(stepsOfKind(plan, 'catalogue').map(({ entry }) => [entry?.name, entry?.upstream])).toEqual([
      ['main', null],
      ['copy', 'main'],
    ])
  })

  it.each([
    ['learns', { origin: 'adopted' as const }, false, ['copy', 'main']],
    ['keeps to', { origin: 'adopted' as const }, true, ['copy']],
    ['keeps to', { origin: 'made' as const }, false, ['copy']],
  ])('a primary %s its role when a standby is adopted: %j, password known: %j', (_, entry, knows, named) => {
    const primary = primaryFacts('main', { entry, facts: { knowsReplicationPassword: knows } })
    const standby = standbyFacts('copy', 'main', {
      entry: { origin: 'adopted', dataDir, replicationRole: 'repuser' },
    })
    const candidate = found({}, { instance: standby })
    const plan = planned(adoptable(candidate, [primary]), 'adopt', { name: 'copy', dataDir })
    const entries = stepsOfKind(plan, 'catalogue').map(({ entry: written }) => written)
    expect(entries.map((written) => written?.name)).toEqual(named)
    expect(new Set(entries.map((written) => written?.replicationRole))).toEqual(new Set(['repuser']))
  })

  it.each([
    ['path-absent', 'nothing'],
    ['not-a-cluster', 'not-a-data-directory'],
    ['unknown-major', 'unknown-version'],
  ] as const)('is refused as %s when there is %s', (code, kind) => {
    expect(refused(adoptable({ found: kind, dataDir }), 'adopt', params).code).toBe(code)
  })

  it('is refused for a folder that cannot be read, with its owner where that is seen', () => {
    expect(refused(unreadable(null), 'adopt', params).code).toBe('path-unreadable')
    expect(refused(unreadable('ann'), 'adopt', params)).toMatchObject({
      code: 'foreign-owner',
      params: { owner: 'ann' },
    })
  })

  it.each([
    ['data-directory-of-instance', found({}, { alreadyNamed: 'old' })],
    ['foreign-owner', found({ server: null, facts: { foreignOwner: 'ann' } })],
    ['major-not-installed', found({ entry: { binDir: '' } })],
    ['password-needed', found({}, { access: 'password-needed' })],
    ['instance-unreachable', found({}, { access: 'refused' })],
    ['unknown-major', found({ major: 8 })],
    ['installation-of-other-major', found({ entry: { binDir: binDirOf(14) } })],
  ])('is refused as %s', (code, candidate) => {
    expect(refused(adoptable(candidate), 'adopt', params).code).toBe(code)
  })

  it('is refused for a name that is taken', () => {
    expect(refused(adoptable(found(), [primaryFacts('main')]), 'adopt', params).code).toBe('name-taken')
  })

  describe('of an instance that is known', () => {
    it('has nothing to do where it lets us in', () => {
      expect(planned(again(known()), 'adopt', params).steps).toEqual([])
    })

    it.each([
      ['password-missing', 'password-needed', {}],
      ['wrong-password', 'instance-unreachable', { reason: 'wrong-password' }],
    ])('asks for a password: %s', (reason, code, more) => {
      const instance = shut(reason)
      const same = found({ facts: { server: null } }, { alreadyNamed: 'main', access: 'refused' })
      expect(refused(again(instance, same), 'adopt', params)).toMatchObject({
        code,
        params: { name: 'main', user: instance.entry.user, ...more },
      })
    })

    it('remembers the passfile that it was adopted without and needs now', () => {
      const open = found({ entry: { passfile: '/h/main/passfile' } })
      const instance = shut('password-missing')
      const plan = planned(
        again({ ...instance, entry: { ...instance.entry, passfile: null } }, open),
        'adopt',
        params,
      )
      expect(stepsOfKind(plan, 'catalogue')[0]?.entry).toMatchObject({ passfile: '/h/main/passfile' })
    })

    it('is refused while it is stopped, and for anything said anew of it', () => {
      const stopped = known({ facts: { state: 'stopped', server: null } })
      expect(refused(again(stopped), 'adopt', params).code).toBe('instance-not-running')
      expect(refused(again(known()), 'adopt', { ...params, binDir: '/other/bin' }).code).toBe('name-taken')
      expect(refused(again(known()), 'adopt', { ...params, user: 'ann' }).code).toBe('name-taken')
    })
  })

  it.each([9.3, 9.6, 10, 18, 19])('takes %d, which is known', (major) => {
    expect(planned(adoptable(found({ major })), 'adopt', params).steps).toHaveLength(1)
  })

  it('takes one whose files belong to a service, when its server answers', () => {
    const candidate = found({ facts: { foreignOwner: 'service' } })
    expect(planned(adoptable(candidate), 'adopt', params).steps).toHaveLength(1)
  })
})

describe('remove', () => {
  const slots = [{ name: 'copy', active: true, walStatus: 'reserved', retainedBytes: 0 }]
  const pairOf = (standby: InstanceChanges = {}, primary: InstanceChanges = {}) =>
    worldWith([
      primaryFacts('main', {
        settings: { synchronous_standby_names: 'copy' },
        ...primary,
        server:
          primary.server === null
            ? null
            : { slots, replication: [replicationRow('copy')], ...primary.server },
      }),
      standbyFacts('copy', 'main', standby),
    ])
  const name = 'copy'

  it('stops, frees the commits that wait for it, drops its slot, forgets', () => {
    expect(kindsOf(planned(pairOf(), 'remove', { name }))).toEqual([
      'stop-server',
      'configure',
      'reload-server',
      'wait',
      'slot',
      'catalogue',
    ])
  })

  it('deletes only when asked, after a question, and the passfile last', () => {
    const plan = planned(pairOf(), 'remove', { name, deleteData: true })
    expect(kindsOf(plan).slice(-3)).toEqual(['remove-data-directory', 'catalogue', 'remove-passfile'])
    expect(reasonsOf(plan)).toEqual(['loses-data'])
    const [deletion] = stepsOfKind(plan, 'remove-data-directory')
    expect(deletion).toMatchObject({ systemIdentifier: '7000000000000000001', undo: 'point-of-no-return' })
    expect(deletion?.belongings).toContain(`${home}/instances/copy`)
  })

  it('of an adopted one that runs on only forgets it', () => {
    const adopted = { entry: { origin: 'adopted' as const } }
    const plan = planned(pairOf(adopted), 'remove', { name })
    expect(kindsOf(plan)).toEqual(['catalogue'])
    expect(noticesOf(plan)).toEqual(['notices.runs-on', 'notices.data-stays'])
    const deleted = planned(pairOf(adopted), 'remove', { name, deleteData: true })
    expect(stepsOfKind(deleted, 'remove-data-directory')[0]).toMatchObject({ belongings: [] })
    expect(noticesOf(deleted)).toEqual([])
  })

  it('deletes a passfile of ours that an adopted one does not use, when it is there', () => {
    const passfile = `${home}/credentials/copy.pgpass`
    const world = pairOf({ entry: { origin: 'adopted', passfile: null } })
    const remove = (paths: NonNullable<typeof world.paths>) =>
      stepsOfKind(planned({ ...world, paths }, 'remove', { name, deleteData: true }), 'remove-passfile')
    expect(remove({})).toEqual([])
    expect(remove({ [passfile]: { kind: 'file' } })).toMatchObject([{ passfile }])
  })

  it('asks before it changes the files of an adopted upstream, and before it cuts connections', () => {
    const world = pairOf(
      { server: { clientConnections: 1 } },
      { entry: { origin: 'adopted' }, settings: { synchronous_standby_names: 'copy' } },
    )
    expect(reasonsOf(planned(world, 'remove', { name }))).toEqual([
      'cuts-connections',
      'touches-foreign-files',
    ])
  })

  it('is refused while it feeds standbys, or while its slot cannot be dropped', () => {
    expect(refused(pairOf(), 'remove', { name: 'main' })).toMatchObject({
      code: 'has-standbys',
      params: { standbys: 'copy' },
    })
    const closed = { server: null, facts: { state: 'unreachable' as const } }
    expect(refused(pairOf({}, closed), 'remove', { name }).code).toBe('upstream-not-running')
    const foreign = pairOf({ facts: { foreignOwner: 'x' } })
    expect(refused(foreign, 'remove', { name, deleteData: true }).code).toBe('foreign-owner')
  })

  it.each(['stopped', 'crashed'] as const)('leaves its slot on a %s upstream, after a question', (state) => {
    const down = { server: null, facts: { state } }
    const plan = planned(pairOf(down, { ...down, settings: {} }), 'remove', { name })
    expect(kindsOf(plan)).toEqual(['catalogue'])
    expect(plan.confirmations).toEqual([
      {
        reason: 'leaves-slot',
        text: { key: 'confirmations.leaves-slot', params: { slot: 'copy', upstream: 'main' } },
      },
    ])
    const listed = { ...down, settings: { synchronous_standby_names: 'copy' } }
    expect(kindsOf(planned(pairOf(down, listed), 'remove', { name }))).toEqual(['configure', 'catalogue'])
  })

  it.each([
    ['files', { filesReadable: false }, [15]],
    ['programs', {}, [18]],
  ])('says that its name may stay with an upstream whose %s are gone', (_, facts, majors) => {
    const down = { server: null, settings: { synchronous_standby_names: 'copy' }, facts }
    const plan = planned({ ...pairOf({ server: null }, down), majors }, 'remove', { name })
    expect(kindsOf(plan)).toEqual(['catalogue'])
    expect(noticesOf(plan)).toEqual(['notices.synchronous-name-stays', 'notices.data-stays'])
    expect(reasonsOf(plan)).toEqual(['leaves-slot'])
  })

  it('leaves an adopted one that is stopped all that it streams by', () => {
    const adopted = { entry: { origin: 'adopted' as const }, server: null }
    const plan = planned(pairOf(adopted), 'remove', { name })
    expect(kindsOf(plan)).toEqual(['catalogue'])
    expect(plan.confirmations).toEqual([])
    expect(noticesOf(plan)).toEqual(['notices.slot-waits', 'notices.data-stays'])
    expect(kindsOf(planned(pairOf(adopted), 'remove', { name, deleteData: true }))).toContain('slot')
  })

  it('of one without a slot edits the files of a stopped upstream', () => {
    const world = pairOf(
      { entry: { slot: null }, server: null },
      { server: null, settings: { synchronous_standby_names: 'copy' } },
    )
    expect(kindsOf(planned(world, 'remove', { name }))).toEqual(['configure', 'catalogue'])
  })

  it('of an adopted one that is gone frees its slot', () => {
    const gone = { entry: { origin: 'adopted' as const }, server: null, facts: { state: 'missing' as const } }
    expect(kindsOf(planned(pairOf(gone), 'remove', { name }))).toContain('slot')
  })

  it('forgets what is gone, and says which slot is left on an upstream that is gone', () => {
    const gone = { server: null, facts: { state: 'missing' as const } }
    const plan = planned(pairOf(gone, gone), 'remove', { name, deleteData: true })
    expect(kindsOf(plan)).toEqual(['catalogue', 'remove-passfile'])
    expect(noticesOf(plan)).toEqual(['notices.slot-kept'])
  })
})

describe('script', () => {
  const out = '/home/ann/scripts'
  const world = worldWith([standbyFacts('copy', 'main'), primaryFacts('main')])

  it('starts the upstream first and stops it last', () => {
    const plan = planned(world, 'script', { names: ['copy', 'main'], shell: 'sh', out })
    const files = stepsOfKind(plan, 'write-file')
    expect(files.map(({ path }) => path)).toEqual(
      ['start-main', 'stop-main', 'start-copy', 'stop-copy', 'start-all', 'stop-all'].map(
        (file) => `${out}/${file}.sh`,
      ),
    )
    const [start = '', stop = ''] = files.slice(-2).map(({ content }) => content)
    expect(start.indexOf('start-main')).toBeLessThan(start.indexOf('start-copy'))
    expect(stop.indexOf('stop-copy')).toBeLessThan(stop.indexOf('stop-main'))
    expect(stop).toContain('stop-copy')
  })

  it.each([
    ['path-not-writable', { parentWritable: false }],
    ['path-not-writable', { kind: 'directory', writable: false }],
    ['path-is-file', { kind: 'file', writable: true }],
    ['read-only-disk', { readOnlyFileSystem: true }],
  ] as const)('is refused as %s', (code, facts) => {
    const hand = { ...world, paths: { [out]: facts } }
    expect(refused(hand, 'script', { names: ['main'], shell: 'sh', out }).code).toBe(code)
  })

  it('writes into a folder that is there, whoever owns the one above', () => {
    const paths = { [out]: { kind: 'directory', writable: true, parentWritable: false } } as const
    const plan = planned({ ...world, paths }, 'script', { names: ['main'], shell: 'sh', out })
    expect(stepsOfKind(plan, 'write-file')).toHaveLength(2)
  })

  it('writes each shell in its own way, in the language asked for', () => {
    const cmd = stepsOfKind(
      planned(world, 'script', { names: ['main'], shell: 'cmd', out, language: 'zh-CN' }),
      'write-file',
    )
    expect(cmd.every(({ encoding, content }) => encoding === 'ansi' && content.includes('\r\n'))).toBe(true)
    const sh = stepsOfKind(planned(world, 'script', { names: ['main'], shell: 'sh', out }), 'write-file')
    expect(sh.every(({ executable, content }) => executable && content.startsWith('#!/bin/sh\n'))).toBe(true)
  })
})
