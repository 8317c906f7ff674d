import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { logFileOf, withFailureLog } from '../../../electron/core/failure-log.ts'

let home = ''

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-log-'))
})
afterEach(() => rm(home, { recursive: true }))

it('writes a failed step with the words of its program, and hands the outcome on', async () => {
  const outcome = await withFailureLog(home, {}, ({ onEvent }) => {
    onEvent?.({ kind: 'job-started', job: 'job-1', steps: [] })
    onEvent?.({
      kind: 'step-failed',
      step: '03-initdb',
      error: {
        code: 'program-failed',
        params: {},
        message: 'initdb failed',
        details: { lastLines: ['no room'] },
      },
    })
    return Promise.resolve('failed')
  })
  expect(outcome).toBe('failed')
  const line: unknown = JSON.parse((await readFile(logFileOf(home), 'utf8')).trim())
  expect(line).toMatchObject({ job: 'job-1', step: '03-initdb', details: { lastLines: ['no room'] } })
})

it('makes no log where nothing failed', async () => {
  await withFailureLog(home, {}, () => Promise.resolve())
  expect(existsSync(logFileOf(home))).toBe(false)
})
