import { expect, test } from 'vitest'
import { changeBetween } from '../../../../electron/core/live/live-feed.ts'
import { applyStateEvent, type InstanceView, type LiveState } from '../../../../shared/model/live-state.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'

const view = (name: string, port: number): InstanceView => ({ name, port }) as unknown as InstanceView
const jobs: LiveState['jobs'] = []
const state = (...instances: readonly InstanceView[]): LiveState => ({
  at: 'now',
  instances,
  jobs,
  settings: defaultSettings,
})
const [a, b, c] = [view('a', 1), view('b', 2), view('c', 3)]

test('a window that hears every change has what the core has', () => {
  const states = [
    state(),
    state(a),
    state(a, b),
    state(a, view('b', 9)),
    state(c, a),
    state(),
    state(b, a, c),
  ]
  let mirror = applyStateEvent(null, { kind: 'snapshot', state: states[0] ?? state() })
  for (const [index, next] of states.slice(1).entries()) {
    const before = states[index]
    if (before === undefined) throw new Error('no state before')
    mirror = applyStateEvent(mirror, changeBetween(before, next))
    expect(mirror).toEqual(next)
  }
})

test('what has not changed is not told, and keeps its identity', () => {
  const before = state(a, b)
  const changed = view('b', 9)
  const change = changeBetween(before, state(a, changed))
  expect(change).toEqual({ kind: 'change', at: 'now', instances: [changed] })
  expect(applyStateEvent(before, change)?.instances[0]).toBe(a)
})

test('a change before the first snapshot changes nothing', () => {
  expect(applyStateEvent(null, { kind: 'change', at: null, instances: [a] })).toBeNull()
})
