import { spawnSync } from 'node:child_process'
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
  const entry = path.join(root, 'electron/faces/cli/main.ts')
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
  expect(run('--help', '--lang', 'zh-CN').stdout).toContain('用法： pgtandem')
  expect(run().status).toBe(0)
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
