import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cli-build-'))
  program = path.join(folder, 'pgtandem.mjs')
  const entry = path.join(root, 'electron/cli.ts')
  const args = [path.join(root, 'build/build.mjs'), '--entry', entry, '--out', program]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })

test('the bundle can be run as a program and needs no package beside it', async () => {
  expect((await readFile(program, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true)
  const executable = process.platform === 'win32' || ((await stat(program)).mode & 0o111) === 0o111
  expect(executable).toBe(true)
  const { status, stdout } = run('--version')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('help goes to stdout, in both languages', () => {
  expect(run('--help').stdout).toContain('Usage: pgtandem')
  expect(run('--help', '--lang', 'zh-CN').stdout).toContain('用法：pgtandem')
  expect(run().status).toBe(0)
})

test('with --json, help and the version are one document each', () => {
  for (const args of [['--json'], ['help', '--json'], ['--json', '--help'], ['help', 'psql', '--json']])
    expect(JSON.parse(run(...args).stdout)).toEqual({ help: expect.stringContaining('Usage: pgtandem') })
  expect(JSON.parse(run('--version', '--json').stdout)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  })
})

test.runIf(process.platform === 'linux')('output that is lost is a failure, told in one sentence', () => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Error: The output could not be written: ENOSPC.*\n$/)
})

test('what is missing is named, with the help of the command that was typed', () => {
  const { status, stderr } = run('adopt', 'm3')
  expect(status).toBe(2)
  expect(stderr).toContain('--data is missing.')
  expect(stderr).toContain('pgtandem help adopt')
})

test('wrong usage ends with 2, and with --json as a document', () => {
  const plain = run('switchover')
  expect(plain).toMatchObject({ status: 2, stdout: '' })
  expect(plain.stderr).toContain('pgtandem promote NAME')
  const { status, stdout } = run('create', 'app', '--port', 'x', '--json')
  expect(status).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bad-option-value' } })
})

test('completion needs no home', () => {
  const { status, stdout } = run('completion', 'bash', '--home', path.join(folder, 'none'))
  expect(status).toBe(0)
  expect(stdout).toContain('complete -o default')
})
