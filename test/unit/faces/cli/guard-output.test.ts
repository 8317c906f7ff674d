import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { guardOutput } from '../../../../electron/faces/cli/output/guard-output.ts'

function guarded() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const told: string[] = []
  const guard = guardOutput(
    stdout as unknown as NodeJS.WriteStream,
    stderr as unknown as NodeJS.WriteStream,
    (reason) => told.push(reason),
  )
  return { stdout, stderr, told, guard }
}

const failure = (code: string) => Object.assign(new Error(code), { code })

test('a reader that went away has seen enough: nothing is lost, and endless commands hear of it', () => {
  const { stdout, told, guard } = guarded()
  stdout.emit('error', failure('EPIPE'))
  expect(guard.gone.aborted).toBe(true)
  expect(guard.hasLost()).toBe(false)
  expect(told).toEqual([])
})

test('a disk that is full is told once', () => {
  const { stdout, told, guard } = guarded()
  stdout.emit('error', failure('ENOSPC'))
  stdout.emit('error', failure('ENOSPC'))
  expect(told).toEqual(['ENOSPC'])
  expect(guard.hasLost()).toBe(true)
})

test('who learns of it otherwise can say that the reader went away', () => {
  const { told, guard } = guarded()
  guard.noticeGone()
  expect(guard.gone.aborted).toBe(true)
  expect(guard.hasLost()).toBe(false)
  expect(told).toEqual([])
})

test('stderr may fail without a word', () => {
  const { stderr, told, guard } = guarded()
  stderr.emit('error', failure('EIO'))
  expect(told).toEqual([])
  expect(guard.gone.aborted).toBe(false)
})
