import { expect, test } from 'vitest'
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
    entry: { supersededBy: null, link: null },
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
const linked = { supersededBy: null, link: { port: 40_000, conninfo: 'port=5432' } }
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
    subject('alpha', { server: null, is: { state: 'stopped' }, entry: { supersededBy: 'beta', link: null } }),
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
    subject('alpha', { entry: { supersededBy: 'beta', link: null } }),
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
