import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Before, StepContext } from '../../../../../electron/core/plan/job/step-runner.ts'
import { initdbRunner } from '../../../../../electron/core/plan/runners/initdb.ts'
import { initdb } from '../../../../../electron/core/plan/steps/servers.ts'
import { linuxTarget, onlyStep } from '../preview/plans.ts'

let folder = ''
let dataDir = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-initdb-'))
  dataDir = path.join(folder, 'made', 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the step until it asks for the password, which is missing, or is killed where it would write down its claim. */
async function run(before: Before, { resumed, killed }: { resumed: boolean; killed?: boolean }) {
  const step = onlyStep(initdb('main', { dataDir, locale: 'C', checksums: true, auth: 'scram-sha-256' }))
  if (step.kind !== 'initdb') throw new Error('not an initdb step')
  const remembered: unknown[] = []
  const context = {
    home: folder,
    resumed,
    signal: new AbortController().signal,
    target: () => linuxTarget('main', { dataDir, passfile: path.join(folder, 'passfile') }),
    remember: (facts: unknown) => {
      if (killed === true) return Promise.reject(new Error('killed'))
      remembered.push(facts)
      return Promise.resolve()
    },
  } as Partial<StepContext>
  const read = { ...(await initdbRunner.before?.(step, context as StepContext)), ...before }
  const error = await initdbRunner.run(step, context as StepContext, read).catch((thrown: unknown) => thrown)
  return { error, remembered, read }
}

const claimed = { error: { code: 'password-missing' }, remembered: [{ claimed: true }] }

it('claims its own empty directory again when it was killed before that was written down', async () => {
  const { error, read } = await run({}, { resumed: false, killed: true })
  expect(error).toMatchObject({ message: 'killed' })
  expect(read['existed']).toBe(false)
  expect(await readdir(dataDir)).toEqual([])
  expect(await run(read, { resumed: true })).toMatchObject(claimed)
})

it('takes an empty directory that was there, resumed or not', async () => {
  await mkdir(dataDir, { recursive: true })
  expect(await run({}, { resumed: false })).toMatchObject(claimed)
  expect(await run({ existed: true }, { resumed: true })).toMatchObject(claimed)
})

it('takes no directory that somebody else has made or filled meanwhile', async () => {
  await mkdir(dataDir, { recursive: true })
  const refused = { error: { code: 'data-directory-not-empty' }, remembered: [] }
  expect(await run({ existed: false }, { resumed: false })).toMatchObject(refused)
  await writeFile(path.join(dataDir, 'theirs'), '')
  expect(await run({ existed: false }, { resumed: true })).toMatchObject(refused)
  expect(await readdir(dataDir)).toEqual(['theirs'])
})
