import { describe, expect, test, vi } from 'vitest'
import { createOutput } from '../../../../electron/faces/cli/output/output.ts'
import { describeFailure } from '../../../../electron/faces/cli/output/failure.ts'
import { createProgressPrinter } from '../../../../electron/faces/cli/output/progress.ts'
import { exitCodeOf, printResult, resultDocument } from '../../../../electron/faces/cli/report-operation.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'

const t = createTranslator('en')

function record() {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    write(text: string | Uint8Array) {
      written[name] += String(text)
      return true
    },
  })
  return { written, stdout: stream('stdout'), stderr: stream('stderr') }
}

describe('output', () => {
  test('with --json, stdout holds the document alone and progress goes to stderr', () => {
    const { written, stdout, stderr } = record()
    const out = createOutput(true, stdout, stderr)
    out.line('for people')
    out.progress.write('[1/1] …\n')
    out.document({ a: 1 })
    expect(written).toEqual({ stdout: '{"a":1}\n', stderr: '[1/1] …\n' })
  })

  test('without, there is no document', () => {
    const { written, stdout, stderr } = record()
    const out = createOutput(false, stdout, stderr)
    out.line('for people')
    out.document({ a: 1 })
    out.note('beside')
    expect(written).toEqual({ stdout: 'for people\n', stderr: 'beside\n' })
  })
})

describe('failures', () => {
  test('have a code, a sentence and a hint in the language asked for, and the sqlstate of SQL', () => {
    const error = new PgTandemError('sql-failed', { instance: 'app', message: 'no' }, { sqlstate: '42601' })
    expect(describeFailure(error, t)).toMatchObject({ code: 'sql-failed', sqlstate: '42601' })
    const chinese = describeFailure(
      new PgTandemError('unknown-instance', { name: 'x' }),
      createTranslator('zh-CN'),
    )
    expect(chinese.message).toMatch(/x/)
    expect(chinese.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('speak of states in the language asked for, and of options as they are typed', () => {
    const stopped = new PgTandemError('instance-not-running', { name: 'app', state: 'stopped' })
    expect(describeFailure(stopped, createTranslator('zh-CN')).message).toContain('已停止')
    const wrong = new PgTandemError('invalid-parameter', { parameter: 'standbyPort', problem: 'p' })
    expect(describeFailure(wrong, t).message).toBe('--standby-port: p')
  })

  test('a bug keeps its own words', () => {
    expect(describeFailure(new TypeError('boom'), t)).toMatchObject({ code: 'unexpected' })
    expect(describeFailure(new TypeError('boom'), t).message).toContain('boom')
  })

  test('are told beside the job that was taken back', () => {
    const failure = { code: 'cancelled', message: 'm', hint: 'h', lastLines: ['secret'] } as const
    const result = {
      kind: 'failed',
      operation: 'clone',
      code: 130,
      failure,
      job: 'j',
      aftermath: 'undone',
    } as const
    expect(resultDocument(result, t)).toEqual({
      error: { code: 'cancelled', message: 'm', hint: 'h' },
      operation: 'clone',
      job: 'j',
      aftermath: 'undone',
    })
  })

  test('of all instances, one that is skipped is no failure, and says why', () => {
    const refusal = new PgTandemError('data-directory-missing', { name: 'app', path: '/d', state: 'missing' })
    const failure = describeFailure(refusal, t)
    const result = { kind: 'skipped', operation: 'start', failure } as const
    expect(exitCodeOf(result)).toBe(0)
    expect(resultDocument(result, t)).toMatchObject({
      operation: 'start',
      changed: false,
      skipped: { code: 'data-directory-missing' },
    })
    const { written, stdout, stderr } = record()
    printResult(result, { t, out: createOutput(false, stdout, stderr) })
    expect(written.stdout).toMatch(
      /^Skipped: The data directory of app, \/d, is gone\. .*pgtandem remove app\n$/,
    )
  })

  test('nothing to do is a result without a job', () => {
    const result = {
      kind: 'done',
      operation: 'stop',
      job: null,
      changed: false,
      instances: ['a'],
      notices: [],
      notes: [],
    } as const
    expect(resultDocument(result, t)).toEqual({
      operation: 'stop',
      job: null,
      changed: false,
      instances: ['a'],
    })
    expect(resultDocument({ ...result, notes: ['see to it'] }, t)).toMatchObject({ notes: ['see to it'] })
  })
})

test('without a terminal, progress is plain lines: each step, and every quarter of a copy', () => {
  let written = ''
  const stream = { isTTY: false, columns: 80, write: (text: string) => void (written += text) }
  const { onEvent } = createProgressPrinter(stream, t)
  const title = { key: 'steps.register', params: { name: 'app' } } as const
  onEvent({ kind: 'job-started', job: 'j', steps: [{ id: '01', title }] })
  onEvent({ kind: 'step-started', step: '01', title })
  for (const bytesDone of [10, 30, 40, 60, 100])
    onEvent({ kind: 'step-progress', step: '01', bytesDone, bytesTotal: 100 })
  onEvent({ kind: 'step-done', step: '01', elapsedMs: 5 })
  expect(written.split('\n')).toEqual([
    '[1/1] Remember app',
    '  25 % (30 B)',
    '  50 % (60 B)',
    '  100 % (100 B)',
    '',
  ])
})

test('steps that are taken back are told by their titles, in a job that began in another run, too', () => {
  let written = ''
  const stream = { isTTY: false, columns: 80, write: (text: string) => void (written += text) }
  const { onEvent } = createProgressPrinter(stream, t)
  const title = { key: 'steps.register', params: { name: 'app' } } as const
  onEvent({ kind: 'undo-started', steps: [{ id: '01-catalogue', title }] })
  onEvent({ kind: 'step-undone', step: '01-catalogue' })
  expect(written.split('\n')[1]).toBe('  ↩ Remember app')
})

test('without a terminal and a total, it is the bytes so far, at once and then every five seconds', () => {
  vi.useFakeTimers({ now: 0 })
  let written = ''
  const stream = { isTTY: false, columns: 80, write: (text: string) => void (written += text) }
  const { onEvent } = createProgressPrinter(stream, t)
  const title = { key: 'steps.register', params: { name: 'app' } } as const
  onEvent({ kind: 'job-started', job: 'j', steps: [{ id: '01', title }] })
  vi.setSystemTime(60_000)
  onEvent({ kind: 'step-started', step: '01', title })
  for (let second = 0; second <= 11; second += 1) {
    vi.setSystemTime(60_000 + second * 1000)
    onEvent({ kind: 'step-progress', step: '01', bytesDone: second * 1_048_576, bytesTotal: null })
  }
  vi.useRealTimers()
  expect(written.split('\n')).toEqual(['[1/1] Remember app', '  0 B', '  5.0 MB', '  10.0 MB', ''])
})
