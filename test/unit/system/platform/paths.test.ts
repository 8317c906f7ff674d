import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  findExistingAncestor,
  inspectPath,
  isCaseInsensitive,
  isFileSystemReadOnly,
  isInside,
  readFreeBytes,
} from '../../../../electron/system/platform/paths.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'Paths-'))
  await mkdir(at('full'))
  await mkdir(at('empty'))
  await writeFile(at('full', 'file'), 'x', { mode: 0o640 })
  await symlink(at('full'), at('link'), 'junction')
  await symlink(at('gone'), at('broken'), 'junction')
  return () => rm(directory, { recursive: true, force: true })
})
const at = (...names: readonly string[]) => path.join(directory, ...names)

describe('inspectPath', () => {
  it.each([
    ['absent', 'absent'],
    ['absent/below', 'absent'],
    ['full/file/below', 'absent'],
    ['empty', 'empty-directory'],
    ['full', 'directory'],
    ['full/file', 'file'],
    ['link', 'directory'],
    ['link/file', 'file'],
    ['broken', 'broken-link'],
  ])('%s is %s', async (name, kind) => {
    expect((await inspectPath(at(name))).kind).toBe(kind)
  })

  it('says who owns it, who may write, and where a link leads', async () => {
    const file = await inspectPath(at('link', 'file'))
    expect(file).toMatchObject({ isLink: false, writable: true, readable: true, parentWritable: true })
    expect(file.ownerUid).toBe(process.getuid?.() ?? 0)
    expect(file.realPath.endsWith(path.join('full', 'file'))).toBe(true)
    const absent = await inspectPath(at('link', 'new', 'deep'))
    expect(absent).toMatchObject({
      writable: false,
      parentWritable: true,
      ownerUid: undefined,
      mode: undefined,
    })
    expect(absent.realPath.endsWith(path.join('full', 'new', 'deep'))).toBe(true)
    expect((await inspectPath(at('full', 'file', 'below'))).parentWritable).toBe(false)
    expect((await inspectPath(at('link'))).isLink).toBe(true)
  })
})

describe('isInside', () => {
  it.each([
    ['full/file', 'full', true],
    ['full', 'full', true],
    ['link/file', 'full', true],
    ['full/new/deep', 'link', true],
    ['full2', 'full', false],
    ['..full', '.', true],
    ['full', 'full/file', false],
    ['empty', 'full', false],
  ])('%s in %s: %s', async (child, parent, expected) => {
    expect(await isInside(at(child), at(parent))).toBe(expected)
  })
})

describe('the file system of a path', () => {
  it('is asked at the nearest directory that exists', async () => {
    expect(await findExistingAncestor(at('no', 'such', 'place'))).toBe(directory)
    expect(await readFreeBytes(at('no', 'such', 'place'))).toBeGreaterThan(0)
    expect(await isFileSystemReadOnly(at('no'))).toBe(false)
    expect(await isCaseInsensitive(at('no', 'such'))).toBe(['win32', 'darwin'].includes(process.platform))
  })
})
