import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkIds } from '../../../shared/model/verification.ts'
import type { TestCore } from '../../helpers/test-core.ts'

/**
 * Fails with what `verify` finds wrong about a standby, and the end of its log, unless all is well within the time.
 *
 * Give a standby time that was just restarted: for a moment its upstream may show the connection that is gone, which still
 * holds the slot.
 */
export const assertVerified = async (core: TestCore, standby: string, withinMs = 0): Promise<void> => {
  const deadline = Date.now() + withinMs
  let { ok, checks } = await core.verify(standby)
  while (!ok && Date.now() < deadline) {
    await sleep(200)
    ;({ ok, checks } = await core.verify(standby))
  }
  const wrong = checks.filter((check) => !check.ok)
  const log = wrong.length === 0 ? [] : (await core.readLog(standby, 20)).lines
  assert.deepEqual({ wrong, log }, { wrong: [], log: [] })
  assert.deepEqual(
    checks.map(({ id }) => id),
    checkIds,
  )
}
