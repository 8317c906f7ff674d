import { describe, expect, it } from 'vitest'
import { type InputFacts, lacksKeyboard } from '../../../../electron/system/platform/console-input.ts'

const installed: InputFacts = { platform: 'win32', isElectron: true, isTerminal: false, isDevice: true }

describe('the keyboard of an installed command line on Windows', () => {
  it('is asked for, since Electron gets none', () => {
    expect(lacksKeyboard(installed)).toBe(true)
  })

  it.each<[string, Partial<InputFacts>]>([
    ['by Node itself', { isElectron: false, isTerminal: true }],
    ['where something is piped in', { isDevice: false }],
    ['on Linux', { platform: 'linux' }],
  ])('is not asked for %s', (_where, facts) => {
    expect(lacksKeyboard({ ...installed, ...facts })).toBe(false)
  })
})
