import { describe, expect, test } from 'vitest'
import { readUpdates } from '../../../../build/package/updates.mjs'

const url = 'https://updates.example/pgtandem'

describe('what a package is told about updates', () => {
  test.each<[NodeJS.Platform, Readonly<Record<string, string>>, boolean]>([
    ['win32', {}, false],
    ['win32', { CSC_LINK: 'a.p12' }, true],
    ['win32', { WIN_CSC_LINK: 'a.p12' }, true],
    // electron-builder takes an empty one for Windows as: none.
    ['win32', { WIN_CSC_LINK: '', CSC_LINK: 'a.p12' }, false],
    ['darwin', { CSC_LINK: 'a.p12' }, true],
    ['darwin', { CSC_NAME: 'Somebody' }, true],
    ['darwin', { WIN_CSC_LINK: 'a.p12', CSC_LINK: '' }, false],
    ['linux', { CSC_LINK: 'a.p12' }, false],
  ])('on %s with %j it is signed: %s', (platform, env, isSigned) => {
    expect(readUpdates(platform, { ...env, PGTANDEM_UPDATE_URL: url })).toEqual({ url, isSigned })
  })

  test('no address is none, and one that is not of https is refused', () => {
    expect(readUpdates('win32', { PGTANDEM_UPDATE_URL: '' }).url).toBeNull()
    expect(() => readUpdates('win32', { PGTANDEM_UPDATE_URL: 'http://updates.example' })).toThrow('https://')
  })
})
