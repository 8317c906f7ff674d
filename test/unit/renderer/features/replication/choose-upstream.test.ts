import { expect, test } from 'vitest'
import { chooseUpstream } from '../../../../../renderer/features/replication/choose-upstream.ts'
import { sender, standby, view } from '../../../../helpers/instance-views.ts'

const instances = [
  view('lonely'),
  view('alpha', { state: 'stopped' }),
  standby('alpha2', 'alpha'),
  view('beta'),
  standby('beta2', 'beta'),
  standby('beta3', 'beta2'),
]
const choose = (name: string | null) => {
  const chosen = chooseUpstream(name, instances)
  return chosen.kind === 'upstream'
    ? [chosen.upstream.name, ...chosen.standbys.map(({ name: follower }) => follower)]
    : chosen.kind
}

test('without a name it is the first upstream that runs', () => {
  expect(choose(null)).toEqual(['beta', 'beta2'])
  expect(chooseUpstream(null, [view('lonely')])).toEqual({ kind: 'none' })
})

test('a standby that others follow is shown itself, one that nobody follows leads to its upstream', () => {
  expect(choose('beta2')).toEqual(['beta2', 'beta3'])
  expect(choose('beta3')).toEqual(['beta2', 'beta3'])
})

test('an instance without standbys, and one that is not there, are told apart', () => {
  expect(choose('lonely')).toBe('alone')
  expect(choose('removed')).toBe('gone')
})

test('a promoted standby follows nobody any more, whatever it was made from', () => {
  const promoted = view('beta2', { upstream: 'beta', timeline: 2 })
  expect(chooseUpstream('beta', [view('beta'), promoted])).toMatchObject({ kind: 'alone' })
})

test('a standby of somebody else makes an upstream, too', () => {
  const upstream = view('alpha', { replication: [sender('stranger')] })
  expect(chooseUpstream(null, [upstream])).toMatchObject({ kind: 'upstream', standbys: [] })
})
