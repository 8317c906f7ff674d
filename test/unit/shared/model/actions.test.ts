import { expect, test } from 'vitest'
import { allowedActions, isStartedWithAll } from '../../../../shared/model/actions.ts'
import { instanceStates } from '../../../../shared/model/instance-status.ts'

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
