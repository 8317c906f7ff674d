import { closeSync, openSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTool } from '../../../../electron/system/process/read-tool.ts'

const node = process.execPath

describe('readTool', () => {
  it('tells what a tool says, whatever its exit code, with times in UTC', async () => {
    const script = `console.log(process.env.TZ); process.exitCode = 3`
    expect(await readTool(node, ['-e', script])).toBe('UTC\n')
  })

  it('waits for the tool, and not for what it started and left with its pipes', async () => {
    const script = `
      const { spawn } = require('node:child_process')
      const left = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)'], { stdio: 'inherit', detached: true })
      left.unref()
      console.log(left.pid)`
    const said = await readTool(node, ['-e', script], 15_000)
    const pid = Number(said)
    expect(pid).toBeGreaterThan(0)
    expect(process.kill(pid, 'SIGKILL')).toBe(true)
  })

  it('has nothing from one that is missing, or says nothing in time', async () => {
    expect(await readTool('no-such-tool-anywhere', [])).toBeUndefined()
    expect(await readTool(node, ['-e', 'setTimeout(() => {}, 20_000)'], 300)).toBeUndefined()
  })
})

describe.skipIf(process.platform === 'darwin')('a tool that is being written (macOS starts it)', () => {
  const tool = process.platform === 'win32' ? 'tool.exe' : 'tool'
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'read-tool-'))
    await copyFile(node, path.join(folder, tool))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has nothing to say', async () => {
    const writer = openSync(path.join(folder, tool), 'r+')
    expect(await readTool(path.join(folder, tool), ['-e', 'console.log(1)'])).toBeUndefined()
    closeSync(writer)
  })

  it('is heard when it can be started a moment later', async () => {
    const writer = openSync(path.join(folder, tool), 'r+')
    const said = readTool(path.join(folder, tool), ['-e', 'console.log(1)'])
    closeSync(writer)
    expect(await said).toBe('1\n')
  })
})
