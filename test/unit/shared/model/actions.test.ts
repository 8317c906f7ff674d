import { expect, test } from 'vitest'
import { allowedActions, isStartedWithAll } from '../../../../shared/model/actions.ts'
import { diagnosis } from '../../../../electron/core/diagnosis/finding.ts'
import { instanceStates } from '../../../../shared/model/instance-status.ts'
import { instanceStatus } from '../../../helpers/instance-views.ts'

test('only a running standby can be promoted, paused or verified', () => {
  for (const state of instanceStates) {
    for (const role of ['primary', 'standby', 'unknown'] as const) {
      const may = allowedActions({ state, role })
      const expected = state === 'running' && role === 'standby'
      for (const action of ['promote', 'pause', 'resume', 'verify'] as const) {
        expect([state, role, action, may.includes(action)]).toEqual([state, role, action, expected])
      }
    }
  }
})

test('start is offered exactly to what is down and there', () => {
  const startable = instanceStates.filter((state) =>
    allowedActions({ state, role: 'primary' }).includes('start'),
  )
  expect(startable).toEqual(['stopped', 'crashed'])
})

test('a superseded primary may be started by itself, but not with all, and nothing is cloned from it', () => {
  const down = { state: 'stopped', role: 'primary' } as const
  expect(allowedActions(down, { superseded: true })).toContain('start')
  expect(isStartedWithAll(down, { superseded: true })).toBe(false)
  expect(isStartedWithAll(down, { superseded: false })).toBe(true)
  expect(allowedActions({ state: 'running', role: 'primary' }, { superseded: true })).not.toContain('clone')
  expect(allowedActions({ state: 'running', role: 'primary' })).toContain('clone')
})

const offered = (status: Parameters<typeof allowedActions>[0]) =>
  allowedActions(status).filter((action) => action === 'pause' || action === 'resume')

test('replay is paused or resumed, whichever can be', () => {
  const standby = { state: 'running', role: 'standby' } as const
  const paused = instanceStatus('beta', { ...standby, findings: [diagnosis('replay-paused', 'warning', {})] })
  expect(offered(instanceStatus('beta', standby))).toEqual(['pause'])
  expect(offered(paused)).toEqual(['resume'])
  expect(offered(standby)).toEqual(['pause', 'resume'])
})
