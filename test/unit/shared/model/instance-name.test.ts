import { describe, expect, it } from 'vitest'
import {
  clashingName,
  instanceNameProblem,
  isInstanceName,
  slotNameFor,
} from '../../../../shared/model/instance-name.ts'

describe('instance names', () => {
  it.each(['a', 'main', 'standby-1', 'my_db2', `a${'b'.repeat(40)}`, 'console', 'com10'])(
    'takes %s',
    (name) => {
      expect(isInstanceName(name)).toBe(true)
    },
  )

  it.each(['', 'A', '1a', '-a', 'a b', 'ä', 'a.b', 'a/b', '../x', `a${'b'.repeat(41)}`, 'a\n'])(
    'refuses %j for its characters',
    (name) => {
      expect(instanceNameProblem(name)).toBe('odd-characters')
    },
  )

  it.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'])('refuses the device name %s', (name) => {
    expect(instanceNameProblem(name)).toBe('reserved-name')
  })

  it('refuses whatever every object has', () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype)
    expect(inherited.filter(isInstanceName)).toEqual([])
    expect(instanceNameProblem('constructor')).toBe('reserved-name')
  })

  it('makes slot names that PostgreSQL takes', () => {
    expect(slotNameFor('a-b_c-1')).toBe('a_b_c_1')
  })

  it('finds the name that would use the same slot', () => {
    expect(clashingName('a-b', ['x', 'a_b'])).toBe('a_b')
    expect(clashingName('a-b', ['a-c', 'ab'])).toBeNull()
  })
})
