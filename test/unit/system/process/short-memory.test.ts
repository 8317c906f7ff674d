import { expect, it } from 'vitest'
import { createShortMemory } from '../../../../electron/system/process/short-memory.ts'

it('keeps each value for its time, however often it is read, unless it is forgotten', () => {
  let nowMs = 0
  const memory = createShortMemory<number, string>(1000, () => nowMs)
  memory.set(1, 'one')
  nowMs = 600
  memory.set(2, 'two')
  expect([memory.get(1), memory.get(2), memory.get(3)]).toEqual(['one', 'two', undefined])
  nowMs = 1000
  expect([memory.get(1), memory.get(2)]).toEqual([undefined, 'two'])
  memory.set(1, 'one again')
  memory.forget(2)
  expect([memory.get(1), memory.get(2)]).toEqual(['one again', undefined])
})
