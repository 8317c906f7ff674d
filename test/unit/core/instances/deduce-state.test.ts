import { describe, expect, it } from 'vitest'
import {
  deduceRole,
  deduceState,
  type RecoveryFiles,
  type Sighting,
} from '../../../../electron/core/instances/deduce-state.ts'
import type { ControlState } from '../../../../electron/postgres/facts/control-file.ts'
import type { PidFile } from '../../../../electron/postgres/facts/pid-file.ts'

const postmaster = (status: PidFile['status'], singleUser = false): PidFile => ({
  pid: 4711,
  singleUser,
  dataDir: '/srv/data',
  startedAt: new Date(0),
  port: 5432,
  socketDir: null,
  listenAddress: null,
  status,
})

const sighting = (changes: Partial<Sighting> = {}): Sighting => ({
  major: 15,
  control: 'in production',
  postmaster: null,
  answers: null,
  backupLabel: false,
  ...changes,
})

describe('the state without a process', () => {
  it.each<[ControlState | null, string]>([
    ['shut down', 'stopped'],
    ['shut down in recovery', 'stopped'],
    [null, 'stopped'],
    ['in production', 'crashed'],
    ['in archive recovery', 'crashed'],
    ['in crash recovery', 'crashed'],
    ['shutting down', 'crashed'],
    ['starting up', 'crashed'],
  ])('of a control file that says %s is %s', (control, state) => {
    expect(deduceState(sighting({ control }))).toBe(state)
  })

  it('of a copy that was never started is stopped, though it was copied from a server in production', () => {
    expect(deduceState(sighting({ backupLabel: true }))).toBe('stopped')
  })
})

describe('the state with a process', () => {
  it.each<[PidFile['status'], string]>([
    ['ready', 'running'],
    ['standby', 'running'],
    ['starting', 'starting'],
    ['stopping', 'stopping'],
  ])('whose pid file says %s is %s', (status, state) => {
    expect(deduceState(sighting({ postmaster: postmaster(status) }))).toBe(state)
  })

  it.each<[ControlState, boolean, string]>([
    ['in production', true, 'running'],
    ['in production', false, 'starting'],
    ['in crash recovery', false, 'starting'],
    ['shutting down', true, 'stopping'],
  ])('up to 9.6, with pg_control %s and a port that answers: %s, is %s', (control, answers, state) => {
    expect(deduceState(sighting({ major: 9.6, control, answers, postmaster: postmaster(null) }))).toBe(state)
  })

  it('in single-user mode is unreachable', () => {
    expect(deduceState(sighting({ postmaster: postmaster(null, true) }))).toBe('unreachable')
  })
})

describe('the role', () => {
  const none: RecoveryFiles = { standbySignal: false, recoverySignal: false, standbyMode: null }

  it.each<[number, Partial<RecoveryFiles>, ControlState | null, string]>([
    [15, {}, 'shut down', 'primary'],
    [15, {}, 'in production', 'primary'],
    [15, { standbySignal: true }, 'shut down in recovery', 'standby'],
    [15, { standbySignal: true }, 'shut down', 'standby'],
    [15, { standbySignal: true, recoverySignal: true }, 'shut down', 'standby'],
    [15, { recoverySignal: true }, 'shut down in recovery', 'unknown'],
    [15, {}, 'shut down in recovery', 'unknown'],
    [15, {}, null, 'unknown'],
    [15, { standbyMode: true }, 'shut down', 'primary'],
    [11, { standbyMode: true }, 'shut down in recovery', 'standby'],
    [11, { standbyMode: false }, 'shut down', 'unknown'],
    [11, { standbySignal: true }, 'shut down', 'primary'],
  ])('of a stopped %s with %j and %s is %s', (major, files, control, role) => {
    expect(deduceRole(sighting({ major, control }), { ...none, ...files })).toBe(role)
  })

  it.each<[ControlState, PidFile['status'], string]>([
    ['in production', 'ready', 'primary'],
    ['in archive recovery', 'ready', 'standby'],
    ['in archive recovery', 'standby', 'standby'],
  ])('of a running one with %s and %s is %s', (control, status, role) => {
    const files = { ...none, standbySignal: role === 'primary' }
    expect(deduceRole(sighting({ control, postmaster: postmaster(status) }), files)).toBe(role)
  })
})
