import { describe, expect, it, vi } from 'vitest'
import { isOurPage } from '../../../../electron/faces/desktop/message-port.ts'

vi.mock('electron', () => import('../../../helpers/electron-stub.ts'))
const frame = { origin: 'app://pgtandem', parent: null }

describe('who may hand a port over', () => {
  it('is the top frame of our page in our window', () => {
    expect(isOurPage({ isOurWindow: true, frame })).toBe(true)
  })

  it.each([
    ['another window', { isOurWindow: false, frame }],
    ['a frame that is gone', { isOurWindow: true, frame: null }],
    ['an inner frame', { isOurWindow: true, frame: { ...frame, parent: frame } }],
    ['another origin', { isOurWindow: true, frame: { ...frame, origin: 'https://example.com' } }],
    [
      'an origin that begins like ours',
      { isOurWindow: true, frame: { ...frame, origin: 'app://pgtandem.evil' } },
    ],
    ['an opaque origin', { isOurWindow: true, frame: { ...frame, origin: 'null' } }],
  ])('is not %s', (_who, sender) => {
    expect(isOurPage(sender)).toBe(false)
  })
})
