import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serverLibraries } from '../../../../build/package/server-libraries.mjs'
import { stageVisualCRuntime } from '../../../../build/package/stage-visual-c-runtime.mjs'
import {
  addVisualCRuntime,
  visualCRuntime,
} from '../../../../electron/postgres/installations/visual-c-runtime.ts'

let root = ''
let from = ''
let to = ''

const put = async (folder: string, names: readonly string[], said: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const name of names) await writeFile(path.join(folder, name), said)
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-runtime-'))
  from = path.join(root, 'System32')
  to = path.join(root, 'postgres', 'native', 'bin')
  await put(from, ['kernel32.dll', ...visualCRuntime], 'new')
  await put(to, ['postgres.exe'], '')
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('the Visual C++ runtime beside PostgreSQL', () => {
  test('is copied, and nothing else', async () => {
    expect(await addVisualCRuntime(from, to)).toEqual([])
    expect((await readdir(to)).sort()).toEqual([...visualCRuntime, 'postgres.exe'].sort())
  })

  test('stays as it is where it is there, whatever the case of its names', async () => {
    await put(to, ['VCRUNTIME140.dll'], 'own')
    expect(await addVisualCRuntime(from, to)).toEqual([])
    expect(await readFile(path.join(to, 'VCRUNTIME140.dll'), 'utf8')).toBe('own')
    expect(await readFile(path.join(to, 'msvcp140.dll'), 'utf8')).toBe('new')
  })

  test('is copied whole or not at all', async () => {
    await rm(from, { recursive: true })
    await put(from, ['vcruntime140.dll', 'msvcp140.dll'], 'new')
    expect(await addVisualCRuntime(from, to)).toEqual(['vcruntime140_1.dll'])
    expect(await readdir(to)).toEqual(['postgres.exe'])
  })
})

const windows = { platform: 'win32', arch: 'x64' } as const
const stage = (here: Parameters<typeof stageVisualCRuntime>[2]): ReturnType<typeof stageVisualCRuntime> =>
  stageVisualCRuntime(to, { addVisualCRuntime }, here)

describe('when Windows’ package is made', () => {
  test('on Windows it comes along, and the notices name it', async () => {
    expect(await stage({ ...windows, env: { SystemRoot: root } })).toBeUndefined()
    expect(await readdir(to)).toEqual(expect.arrayContaining([...visualCRuntime]))
    expect(serverLibraries(path.join(root, 'postgres')).map(({ name }) => name)).toEqual([
      'Microsoft Visual C++ Runtime',
    ])
  })

  test('on a Windows that lacks it nothing is made, and it says what to install', async () => {
    await rm(path.join(from, 'msvcp140.dll'))
    await expect(stage({ ...windows, env: { SystemRoot: root } })).rejects.toThrow(
      /System32 lacks msvcp140\.dll: winget install/,
    )
  })

  test.each([
    { platform: 'linux', arch: 'x64' },
    { platform: 'win32', arch: 'arm64' },
  ] as const)('on $platform $arch it is lacking, and that is told', async (here) => {
    expect(await stage({ ...here, env: { SystemRoot: root } })).toMatchObject({
      what: expect.stringContaining('Visual C++'),
      reason: expect.stringContaining(`${here.platform} ${here.arch}`),
    })
    expect(serverLibraries(path.join(root, 'postgres'))).toEqual([])
  })
})
