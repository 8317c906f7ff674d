import { describe, expect, it } from 'vitest'
import { isHeld, renameWhenFree, whileHeld } from '../../../../electron/system/storage/while-held.ts'

const systemError = (code: string): Error => Object.assign(new Error(`${code}: as Windows says it`), { code })

/** Fails as often as said, then answers. */
const heldFor = (times: number, code: string) => {
  let calls = 0
  return {
    calls: () => calls,
    work: () => {
      calls += 1
      return calls > times ? 'done' : Promise.reject(systemError(code))
    },
  }
}

describe('what another program holds on Windows', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('is tried again after %s', async (code) => {
    const { work, calls } = heldFor(3, code)
    expect(await whileHeld(work, { platform: 'win32' })).toBe('done')
    expect(calls()).toBe(4)
  })

  it('is given up after a while, with what Windows said', async () => {
    const { work, calls } = heldFor(Number.POSITIVE_INFINITY, 'EBUSY')
    await expect(whileHeld(work, { platform: 'win32', forMs: 60 })).rejects.toMatchObject({ code: 'EBUSY' })
    expect(calls()).toBeGreaterThan(1)
  })

  it.each([
    ['linux', 'EPERM'],
    ['win32', 'ENOSPC'],
    ['win32', 'ENOENT'],
  ] as const)('is not waited for on %s after %s', async (platform, code) => {
    const { work, calls } = heldFor(1, code)
    await expect(whileHeld(work, { platform })).rejects.toMatchObject({ code })
    expect(calls()).toBe(1)
    expect(isHeld(systemError(code), platform)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('is named when it could not be renamed in time', async () => {
    // Linux answers this with EPERM or EACCES, whoever asks.
    const renamed = renameWhenFree('/proc/version', '/proc/uptime', { platform: 'win32', forMs: 60 })
    await expect(renamed).rejects.toMatchObject({ code: 'folder-held', params: { path: '/proc/version' } })
  })
})
