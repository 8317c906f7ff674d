import { expect, test } from 'vitest'
import { choosePair } from '../../../../../renderer/features/playground/choose-pair.ts'
import { standby, view } from '../../../../helpers/instance-views.ts'

const instances = [
  view('alpha', { state: 'stopped' }),
  standby('alpha2', 'alpha'),
  view('beta'),
  standby('beta2', 'beta'),
  standby('beta3', 'beta2'),
  standby('adrift', 'elsewhere'),
]
const choose = (name: string | null) => {
  const chosen = choosePair(name, instances)
  return chosen.kind === 'pair' ? `${chosen.primary.name} ${chosen.standby.name}` : chosen.kind
}

test('without a name it is the first pair of which both run, else the first', () => {
  expect(choose(null)).toBe('beta beta2')
  expect(choosePair(null, instances.slice(0, 2))).toMatchObject({ kind: 'pair' })
  expect(choosePair(null, [view('alone')])).toEqual({ kind: 'none' })
})

test('below a standby the writes go to the primary on top', () => {
  expect(choose('beta3')).toBe('beta beta3')
})

test('the name of a primary means its first standby', () => {
  expect(choose('beta')).toBe('beta beta2')
})

test('after its promotion a standby is no half of a pair any more', () => {
  const promoted = view('beta2', { upstream: 'beta', timeline: 2 })
  expect(choosePair('beta2', [view('beta'), promoted])).toEqual({ kind: 'promoted', instance: promoted })
})

test('a standby of nobody known, and one that is not there, are told apart', () => {
  expect(choose('adrift')).toBe('adrift')
  expect(choose('removed')).toBe('gone')
})
