import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProgram } from '../../../electron/system/process/run-program.ts'
import { placeOf, runScenario } from './matrix.ts'
import type { Scenario } from './scenarios.ts'
import { hasMajor, stopServers } from './world.ts'

const repository = path.join(import.meta.dirname, '..', '..', '..')

/** Bundles the program that is killed; returns its path. */
export const buildFaultProgram = async (folder: string): Promise<string> => {
  const out = path.join(folder, 'fault-program.mjs')
  const entry = path.join(repository, 'test', 'helpers', 'fault-program.ts')
  await runProgram(process.execPath, [
    path.join(repository, 'build', 'build.mjs'),
    '--entry',
    entry,
    '--out',
    out,
  ])
  return out
}

/** Part of the undo matrix: of each step its inside and one failure, and in turn one of the other moments. */
export const describeMatrix = (scenarios: readonly Scenario[], worker: number): void => {
  describe('an operation that is killed or fails', () => {
    let folder = ''
    let program = ''
    const built = new Set<string>()
    beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-undo-'))
      program = await buildFaultProgram(path.join(folder, 'program'))
    })
    afterAll(async () => {
      await stopServers(folder, 'immediate')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    })
    test.for(scenarios)('$title', { timeout: 240_000 }, async (scenario, context) => {
      const { major } = scenario.fixture
      if (!hasMajor(major)) context.skip(`no PostgreSQL ${major} with all its programs is installed`)
      const bench = { place: placeOf(folder, worker), program, built }
      const { cases } = await runScenario(bench, scenario, { turn: scenarios.indexOf(scenario) })
      expect(cases.filter(({ verdict }) => verdict === 'wrong')).toEqual([])
      expect(cases.length).toBeGreaterThan(0)
    })
  })
}
