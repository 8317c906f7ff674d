import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const noGit = spawnSync('git', ['--version']).status === 0 ? '' : ' (there is no git)'
/** As git on Windows is set up when nobody changed anything. */
const asOnWindows = ['-c', 'core.autocrlf=true', '-c', 'core.eol=crlf', '-c', 'safe.directory=*']

let clone = ''
const git = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('git', [...asOnWindows, ...args], { cwd: clone, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

beforeAll(async () => {
  clone = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-line-ends-'))
})
afterAll(() => rm(clone, { recursive: true, force: true, maxRetries: 5 }))

const out = async (file: string): Promise<Buffer> => readFile(path.join(clone, file))

/** What lines end with, each way once. */
const lineEnds = (text: string): readonly string[] => [...new Set(text.match(/\r?\n/g))]

describe.skipIf(noGit !== '')(`a clone on Windows${noGit}`, () => {
  const icon = 'resources/icons/made/pgtandem.ico'
  const command = 'resources/package/pgtandem.cmd'
  const texts = ['electron/main.ts', 'README.md', 'resources/package/installer.nsi', 'package.json']

  beforeAll(async () => {
    for (const file of ['.gitattributes', icon, command, ...texts]) {
      await mkdir(path.dirname(path.join(clone, file)), { recursive: true })
      await copyFile(path.join(root, file), path.join(clone, file))
    }
    git('init', '--quiet')
    git('add', '--all')
    for (const file of [icon, command, ...texts]) await rm(path.join(clone, file))
    git('checkout-index', '--all')
  })

  test.each(texts)('%s has the line ends that the formatter wants', async (file) => {
    expect(lineEnds((await out(file)).toString())).toEqual(['\n'])
  })

  test('the command has those that cmd.exe wants', async () => {
    expect(lineEnds((await out(command)).toString())).toEqual(['\r\n'])
  })

  test('what is no text is untouched', async () => {
    expect(await out(icon)).toEqual(await readFile(path.join(root, icon)))
  })
})
