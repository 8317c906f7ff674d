import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleProgram } from '../bundle-program.ts'

const text = `
import { watchReader } from '@/electron/system/process/watch-reader.ts'
const watch = watchReader(() => {
  process.stderr.write('gone')
  clearTimeout(late)
})
const late = setTimeout(() => {
  process.stderr.write('never noticed')
  watch.close()
}, 20_000)
process.stdout.write('one line\\n')
process.on('SIGTERM', () => {
  watch.close()
  clearTimeout(late)
})
if (process.argv[2] === 'end') process.kill(process.pid, 'SIGTERM')
`

const isGnuTail = /GNU/.test(String(spawnSync('tail', ['--version']).stdout))

describe.skipIf(!isGnuTail)('watching the reader of stdout (only GNU tail can)', () => {
  let program = ''
  beforeAll(async () => {
    program = await bundleProgram(text)
  }, 60_000)
  afterAll(() => rm(path.dirname(path.dirname(program)), { recursive: true, force: true }))

  const shell = (line: string) =>
    spawnSync('sh', ['-c', line, process.execPath, program], { encoding: 'utf8', timeout: 30_000 })

  it('notices that head has seen enough, though nothing more is written', () => {
    const { stdout, stderr, status } = shell('"$0" "$1" | head -1')
    expect({ stdout, stderr, status }).toEqual({ stdout: 'one line\n', stderr: 'gone', status: 0 })
  })

  it('leaves nothing behind that keeps the pipe open', () => {
    const { stdout, stderr, status } = shell('"$0" "$1" end | cat')
    expect({ stdout, stderr, status }).toEqual({ stdout: 'one line\n', stderr: '', status: 0 })
  })
})
