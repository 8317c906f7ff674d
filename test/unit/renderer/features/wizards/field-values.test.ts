import { describe, expect, it } from 'vitest'
import { isInstanceName } from '../../../../../shared/model/instance-name.ts'
import { chosenByPlan } from '../../../../../renderer/features/wizards/fields/chosen-by-plan.ts'
import {
  freeName,
  given,
  portOf,
  settingsOf,
} from '../../../../../renderer/features/wizards/fields/field-values.ts'
import { home, planned, refused, worldWith } from '../../../../helpers/world.ts'

describe('freeName', () => {
  it('takes the wanted name, else the next one that is free', () => {
    expect(freeName('primary', [])).toBe('primary')
    expect(freeName('primary', ['primary', 'primary-2'])).toBe('primary-3')
  })

  it('passes over a name whose slot is another one’s', () => {
    expect(freeName('app-standby', ['app_standby'])).toBe('app-standby-2')
  })

  it('stays within the length of names', () => {
    const long = 'a'.repeat(41)
    const next = freeName(long, [long])
    expect(isInstanceName(next)).toBe(true)
    expect(next).toHaveLength(41)
  })
})

describe('portOf', () => {
  it.each([
    ['', {}],
    ['  ', {}],
    ['5433', { port: 5433 }],
    [' 5433 ', { port: 5433 }],
  ])('%j gives %j', (text, params) => {
    expect(portOf(text)).toEqual(params)
  })

  it.each(['abc', '5432x', '-1', '1e3', '99999999999'])('lets the core refuse %j as no port', (text) => {
    expect(() => refused(worldWith(), 'create', { name: 'main', ...portOf(text) })).toThrow(/port/)
  })
})

describe('settingsOf', () => {
  it('leaves out rows without a name, and takes the last of two', () => {
    expect(
      settingsOf([
        { name: ' work_mem ', value: ' 16MB ' },
        { name: '', value: 'lost' },
        { name: 'work_mem', value: '8MB' },
      ]),
    ).toEqual({ work_mem: '8MB' })
  })
})

describe('given', () => {
  it('makes no parameter of an empty field', () => {
    expect(given('user', ' ')).toEqual({})
    expect(given('user', ' bob ')).toEqual({ user: 'bob' })
  })
})

describe('chosenByPlan', () => {
  it('reads port and folder off a plan of the core', () => {
    const { operation, assumes } = planned(worldWith(), 'create', { name: 'main' })
    const preview = { operation, assumes, confirmations: [], notices: [], steps: [] }
    expect(chosenByPlan(preview)).toEqual({ port: 5432, dataDir: `${home}/instances/main/data` })
  })

  it('knows of nothing without one, or from what it does not understand', () => {
    const none = { port: null, dataDir: null }
    expect(chosenByPlan(null)).toEqual(none)
    const odd = [null, 'port-free', { kind: 'port-free', port: 'x' }]
    expect(
      chosenByPlan({ operation: 'create', assumes: odd, confirmations: [], notices: [], steps: [] }),
    ).toEqual(none)
  })
})
