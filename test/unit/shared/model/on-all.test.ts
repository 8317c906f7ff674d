import { expect, test } from 'vitest'
import type { InstanceState } from '../../../../shared/model/instance-status.ts'
import { namesToStart, namesToStop } from '../../../../shared/model/on-all.ts'

const member = (
  name: string,
  upstream: string | null,
  state: InstanceState,
  supersededBy: string | null = null,
) => ({
  name,
  upstream,
  state,
  role: upstream === null ? ('primary' as const) : ('standby' as const),
  entry: { supersededBy },
})

test('all that is down is started, upstreams first, but never a superseded primary', () => {
  const members = [
    member('c', 'b', 'stopped'),
    member('b', 'a', 'crashed'),
    member('a', null, 'stopped'),
    member('old', null, 'stopped', 'a'),
    member('up', null, 'running'),
    member('gone', null, 'missing'),
  ]
  expect(namesToStart(members)).toEqual(['a', 'b', 'c'])
})

test('all that runs is stopped, standbys first, a superseded primary too', () => {
  const members = [
    member('a', null, 'running'),
    member('b', 'a', 'running'),
    member('c', 'b', 'starting'),
    member('old', null, 'running', 'a'),
    member('down', 'a', 'stopped'),
  ]
  expect(namesToStop(members)).toEqual(['c', 'b', 'old', 'a'])
})
