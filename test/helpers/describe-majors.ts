import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeAndChangeBack,
  createAndCloneUnderLoad,
  promoteInTurn,
  recloneBroken,
  removeAll,
  type Scenario,
} from './major-scenario.ts'
import { findTestMajor } from './majors.ts'
import { createTestCore, type TestCore } from './test-core.ts'

/** The life of a pair on a real server of each of these majors; each takes ten ports from `firstPort` + 10 × major. */
export const describeMajors = (majors: readonly number[], firstPort: number): void => {
  describe.each(majors)('PostgreSQL %i', (major) => {
    const found = findTestMajor(major)
    let core: TestCore | undefined
    const scenario = (context: { readonly skip: (note: string) => never }): Scenario => {
      if ('skipBecause' in found) return context.skip(found.skipBecause)
      if (core === undefined) throw new Error('there is no core')
      return { core, major, binDir: found.binDir, port: firstPort + 10 * major }
    }
    beforeAll(async () => {
      if ('binDir' in found) core = await createTestCore([found.binDir])
    })
    afterAll(() => core?.clear())

    test('a primary is cloned under load and its standby verified', async (context) => {
      const told = scenario(context)
      await createAndCloneUnderLoad(told)
      expect(await told.core.statusOf('alpha')).toMatchObject({ state: 'running', role: 'primary', major })
    })

    test('synchronous, replay and settings are changed and changed back', async (context) => {
      const told = scenario(context)
      await changeAndChangeBack(told)
      expect(await told.core.ask('alpha', 'show synchronous_standby_names')).toBe('')
    })

    test('a broken standby is made again', async (context) => {
      const told = scenario(context)
      await recloneBroken(told)
      expect(await told.core.ask('alpha', 'select count(*) from pg_replication_slots where active')).toBe('1')
    })

    test('standbys are promoted in every way of this version, and all are removed', async (context) => {
      const told = scenario(context)
      await removeAll(told, await promoteInTurn(told))
      expect(await told.core.status()).toEqual([])
    })
  })
}
