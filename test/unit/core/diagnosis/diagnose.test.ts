import { describe, expect, it, test } from 'vitest'
import { diagnose } from '../../../../electron/core/diagnosis/diagnose.ts'
import { linesSinceFreshStart } from '../../../../electron/core/diagnosis/log-tail.ts'
import type { ServerState, Subject } from '../../../../electron/core/diagnosis/subject.ts'
import { operations } from '../../../../electron/core/operations/operations.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'
import { instanceStatus, walReceiver } from '../../../helpers/instance-views.ts'

const idle: ServerState = {
  settings: { wal_level: 'replica', max_connections: '100', synchronous_standby_names: '' },
  pendingRestart: [],
  slots: [],
  replayPaused: false,
  waitingForSync: 0,
  archiver: null,
}

const alone = { supersededBy: null, link: null, applicationName: null }

const subject = (
  name: string,
  change: Partial<Subject> & { readonly is?: Partial<Subject['status']> } = {},
): Subject => {
  const { is, ...rest } = change
  const upstream = name === 'beta' ? 'alpha' : null
  const role = upstream === null ? 'primary' : 'standby'
  const { findings: _none, ...status } = instanceStatus(name, {
    role,
    upstream,
    version: '15.1',
    major: 15,
    walReceiver: upstream === null ? null : walReceiver(),
    ...is,
  })
  return {
    status,
    entry: alone,
    relayGone: false,
    server: idle,
    files: { hba: null, configuredPort: 5432, tablespaceDirs: [], freeBytes: 1e12, controlDamaged: false },
    logTail: [],
    unreachableBecause: null,
    ...rest,
  }
}

const files = subject('x').files
const diverged =
  '2026-01-01 LOG:  new timeline 2 forked off current database system timeline 1 before current recovery point 0/4000000'
const gone = { is: { walReceiver: null } }
const archiver = {
  lastArchivedAt: '2026-01-01T00:00:00Z',
  lastFailedAt: '2026-01-02T00:00:00Z',
  lastFailedWal: 'W',
  failedCount: 3,
}
const linked = { ...alone, link: { port: 40_000, conninfo: 'port=5432' } }
const lost = { name: 's', active: false, walStatus: 'lost', retainedBytes: null }
const holding = { name: 's', active: false, walStatus: 'extended', retainedBytes: 2 ** 30 }

test.each<[string, Subject, readonly string[]]>([
  ['a healthy primary', subject('alpha'), []],
  ['a healthy standby', subject('beta'), []],
  ['no stream', subject('beta', gone), ['standby-not-streaming']],
  [
    'diverged, said at level LOG',
    subject('beta', { ...gone, logTail: [diverged] }),
    ['timeline-diverged', 'standby-not-streaming'],
  ],
  [
    'no upstream',
    subject('beta', { is: { walReceiver: null, upstream: null } }),
    ['standby-without-upstream'],
  ],
  [
    'led through a relay that is gone',
    subject('beta', { entry: linked, relayGone: true }),
    ['link-left-behind'],
  ],
  ['led through a relay that is there', subject('beta', { entry: linked }), []],
  ['paused', subject('beta', { server: { ...idle, replayPaused: true } }), ['replay-paused']],
  ['slot lost', subject('alpha', { server: { ...idle, slots: [lost] } }), ['slot-lost']],
  ['slot holds 1 GB', subject('alpha', { server: { ...idle, slots: [holding] } }), ['slot-holds-wal']],
  [
    'an active slot may',
    subject('alpha', { server: { ...idle, slots: [{ ...holding, active: true }] } }),
    [],
  ],
  [
    'just under',
    subject('alpha', { server: { ...idle, slots: [{ ...holding, retainedBytes: 2 ** 30 - 1 }] } }),
    [],
  ],
  [
    'sync gone',
    subject('alpha', {
      server: { ...idle, waitingForSync: 2, settings: { synchronous_standby_names: 'beta' } },
    }),
    ['synchronous-standby-gone'],
  ],
  ['archiver', subject('alpha', { server: { ...idle, archiver } }), ['archiver-failing']],
  [
    'archiver recovered',
    subject('alpha', {
      server: { ...idle, archiver: { ...archiver, lastArchivedAt: '2026-01-03T00:00:00Z' } },
    }),
    [],
  ],
  [
    'minimal',
    subject('alpha', { server: { ...idle, settings: { wal_level: 'minimal' } } }),
    ['wal-level-minimal'],
  ],
  [
    'pending',
    subject('alpha', { server: { ...idle, pendingRestart: ['max_connections'] } }),
    ['restart-pending'],
  ],
  ['crashed', subject('alpha', { server: null, is: { state: 'crashed' } }), ['server-crashed']],
  ['missing', subject('alpha', { server: null, is: { state: 'missing' } }), ['data-directory-missing']],
  [
    'password',
    subject('alpha', { server: null, is: { state: 'unreachable' }, unreachableBecause: 'wrong-password' }),
    ['password-refused'],
  ],
  [
    'silent',
    subject('alpha', {
      server: null,
      is: { state: 'unreachable' },
      unreachableBecause: 'server-unreachable',
    }),
    ['no-answer'],
  ],
  [
    'superseded, off',
    subject('alpha', { server: null, is: { state: 'stopped' }, entry: { ...alone, supersededBy: 'beta' } }),
    ['superseded-primary'],
  ],
  [
    'control file, primary',
    subject('alpha', { server: null, is: { state: 'stopped' }, files: { ...files, controlDamaged: true } }),
    ['control-file-damaged'],
  ],
  [
    'control file, standby',
    subject('beta', { server: null, is: { state: 'stopped' }, files: { ...files, controlDamaged: true } }),
    ['standby-control-file-damaged'],
  ],
  [
    'superseded, runs',
    subject('alpha', { entry: { ...alone, supersededBy: 'beta' } }),
    ['superseded-primary-runs'],
  ],
  ['port', subject('alpha', { files: { ...files, configuredPort: 5433 } }), ['port-differs']],
  ['disk', subject('alpha', { files: { ...files, freeBytes: 5e8 } }), ['disk-nearly-full']],
  [
    'open hba',
    subject('alpha', { files: { ...files, hba: 'host all all 0.0.0.0/0 trust\n' } }),
    ['hba-open-to-world'],
  ],
  ['closed hba', subject('alpha', { files: { ...files, hba: 'host all all 127.0.0.1/32 trust\n' } }), []],
])('%s', (_, one, codes) => {
  const found = diagnose(one, [one])
  expect(found.map(({ code }) => code)).toEqual(codes)
  for (const { message, hint, fix } of found) {
    for (const language of ['en', 'zh-CN'] as const) {
      const translator = createTranslator(language)
      expect(translator.text(message)).not.toMatch(/\{\{|^findings\./)
      expect(translator.text(hint)).not.toMatch(/\{\{|^findings\./)
    }
    const problem = fix && operations[fix.operation]?.params.safeParse(fix.params).error
    expect([fix?.operation, problem]).toEqual([fix?.operation, undefined])
    expect(fix === undefined || fix.operation in operations).toBe(true)
  }
})

test('a shared tablespace is told once, of the standby, with its stop beside it', () => {
  const shared = { files: { ...files, tablespaceDirs: ['/ts/one'] } }
  const all = [subject('alpha', shared), subject('beta', shared)]
  expect(all.map((one) => diagnose(one, all).map(({ code, fix }) => [code, fix?.operation]))).toEqual([
    [],
    [['tablespace-shared', 'stop']],
  ])
})

test('a setting lower than the primary’s', () => {
  const low = subject('beta', { server: { ...idle, settings: { max_connections: '50' } } })
  const all = [subject('alpha'), low]
  const [found] = diagnose(low, all)
  expect(found).toMatchObject({
    code: 'standby-setting-below-primary',
    fix: { operation: 'config', params: { settings: { max_connections: '100' } } },
  })
  expect(operations['config']?.params.safeParse(found?.fix?.params).error).toBeUndefined()
})

test('what the log said before the stream last began is past', () => {
  expect(
    linesSinceFreshStart(['FATAL: old', 'LOG:  started streaming WAL from primary at 0/3', 'FATAL: new']),
  ).toEqual(['FATAL: new'])
})

const successor = (name: string | null) => ({ ...alone, supersededBy: name })
const movesOf = (one: Subject, ...all: readonly Subject[]) =>
  diagnose(one, [one, ...all]).filter(({ code }) => code === 'upstream-superseded')

test('a standby of a superseded primary is led to the last that took its place', () => {
  const standby = subject('beta')
  const old = (by: string | null) => subject('alpha', { entry: successor(by) })
  const next = (by: string | null) => subject('gamma', { entry: successor(by) })
  expect(movesOf(standby, old(null), next(null))).toEqual([])
  expect(movesOf(standby, old('gamma'), next(null))).toMatchObject([
    { severity: 'warning', fix: { operation: 'reclone', params: { name: 'beta', from: 'gamma' } } },
  ])
  expect(movesOf(standby, old('gamma'), next('delta'))).toMatchObject([
    { fix: { params: { from: 'delta' } } },
  ])
  // Promoted back and forth: whoever comes last in that circle is not known.
  expect(movesOf(standby, old('gamma'), next('alpha'))).toMatchObject([
    { fix: { params: { from: 'gamma' } } },
  ])
  expect(movesOf(standby, old('beta'))).toEqual([])
  const stopped = subject('beta', { server: null, is: { state: 'stopped' } })
  expect(movesOf(stopped, old('gamma'))).toMatchObject([{ severity: 'info' }])
})

const refused =
  '2026-01-01 FATAL:  could not connect to the primary server: connection to server at "127.0.0.1", port 5432 failed: Connection refused'

const lonely = (change: Partial<Subject> = {}): Subject =>
  subject('beta', { ...gone, logTail: [refused], ...change })
const foundOf = (one: Subject, above: Subject): unknown =>
  diagnose(one, [above, one]).map(({ code, fix }) => [code, fix?.params])

describe('a standby that cannot connect', () => {
  it('is told what its log says when its upstream runs', () => {
    expect(foundOf(lonely(), subject('alpha'))).toEqual([
      ['primary-unreachable', undefined],
      ['standby-not-streaming', undefined],
    ])
  })

  it('is told of the upstream that does not run, once, and to start it', () => {
    for (const state of ['stopped', 'crashed'] as const)
      expect(foundOf(lonely(), subject('alpha', { server: null, is: { state } }))).toEqual([
        ['upstream-not-running', { name: 'alpha' }],
      ])
  })

  it('is not told to start a superseded one', () => {
    const old = subject('alpha', {
      server: null,
      is: { state: 'stopped' },
      entry: { ...alone, supersededBy: 'gamma' },
    })
    expect(foundOf(lonely(), old)).toContainEqual(['upstream-not-running', undefined])
  })

  it('is told of the link that lets nothing through, or that is gone', () => {
    const takeOut = { standby: 'beta', port: null }
    expect(foundOf(lonely({ entry: linked }), subject('alpha'))).toEqual([
      ['link-lets-nothing-through', takeOut],
    ])
    expect(foundOf(lonely({ entry: linked, relayGone: true }), subject('alpha'))).toEqual([
      ['link-left-behind', takeOut],
    ])
  })
})

test('commits that hang are freed by starting the standby that is off, else by no longer waiting', () => {
  const waiting = subject('alpha', {
    server: { ...idle, settings: { synchronous_standby_names: 'FIRST 1 ("Beta")' } },
  })
  const fixFor = (...standbys: readonly Subject[]) => diagnose(waiting, [waiting, ...standbys])[0]?.fix
  expect(fixFor(subject('beta', { server: null, is: { state: 'stopped' } }))).toEqual({
    operation: 'start',
    params: { name: 'beta' },
  })
  expect(fixFor(subject('beta', gone))).toEqual({
    operation: 'synchronous',
    params: { standby: 'beta', on: false },
  })
  expect(fixFor()).toBeUndefined()
})
