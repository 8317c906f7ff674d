import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StepContext } from '../../../../../electron/core/plan/job/step-runner.ts'
import { waitRunner } from '../../../../../electron/core/plan/runners/wait.ts'
import { waitFor } from '../../../../../electron/core/plan/steps/replication.ts'
import { linuxTarget, onlyStep } from '../preview/plans.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-wait-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is told of a standby that does not run and left this log. */
async function failureWith(log: string): Promise<unknown> {
  const logFile = path.join(folder, 'server.log')
  await writeFile(logFile, log)
  const step = onlyStep(
    waitFor('sb', { kind: 'streaming', upstream: 'main', standby: 'sb', applicationName: 'sb' }),
  )
  if (step.kind !== 'wait') throw new Error('not a wait step')
  const context = {
    inside: () => Promise.resolve(),
    signal: new AbortController().signal,
    target: () => linuxTarget('sb', { dataDir: path.join(folder, 'data'), logFile }),
  } as Partial<StepContext>
  return waitRunner.run(step, context as StepContext, {}).catch((error: unknown) => error)
}

const fatal = 'FATAL:  could not connect to the primary server: password=s3cret is wrong'

it("tells the standby's last words, without a password in them", async () => {
  const error = await failureWith(`LOG:  starting\r\n${fatal}\r\n`)
  expect(error).toMatchObject({ code: 'standby-did-not-stream', params: { standby: 'sb' } })
  expect(error).toMatchObject({ params: { reason: expect.stringMatching(/^FATAL: .*\*{8}/) as unknown } })
  expect(JSON.stringify(error)).not.toContain('s3cret')
})

it('reads no more than the end of a log that has grown', async () => {
  const log = `${fatal}\n${`LOG:  ${'x'.repeat(1000)}\n`.repeat(100)}`
  expect(await failureWith(log)).toMatchObject({ params: { reason: '–' } })
})
