import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openAppendLog } from '../../../../electron/system/storage/append-log.ts'
import { writeFileAtomic } from '../../../../electron/system/storage/atomic-file.ts'
import { openJsonStore } from '../../../../electron/system/storage/json-store.ts'
import { removeTree } from '../../../../electron/system/storage/remove-tree.ts'

const unix = process.platform !== 'win32'
let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'files-'))
  return () => rm(directory, { recursive: true, force: true })
})
const at = (...names: readonly string[]) => path.join(directory, ...names)

describe('writeFileAtomic', () => {
  it('keeps the mode of the file and leaves no draft', async () => {
    await writeFile(at('a'), 'old')
    await chmod(at('a'), 0o640)
    await writeFileAtomic(at('a'), 'new')
    expect(await readFile(at('a'), 'utf8')).toBe('new')
    expect((await stat(at('a'))).mode & 0o777).toBe(unix ? 0o640 : 0o666)
    expect(await readdir(directory)).toEqual(['a'])
  })

  it.skipIf(!unix)('gives the mode it is told to, and writes through a link', async () => {
    await writeFile(at('target'), 'old')
    await symlink('target', at('link'))
    await writeFileAtomic(at('link'), 'new', { mode: 0o600 })
    expect((await lstat(at('link'))).isSymbolicLink()).toBe(true)
    expect(await readFile(at('target'), 'utf8')).toBe('new')
    expect((await stat(at('target'))).mode & 0o777).toBe(0o600)
  })

  it('keeps the owner of the file', async (context) => {
    context.skip(process.getuid?.() !== 0, 'only root can give a file away')
    const { chown } = await import('node:fs/promises')
    await writeFile(at('a'), 'old')
    await chown(at('a'), 12_345, 12_346)
    await writeFileAtomic(at('a'), 'new')
    expect(await stat(at('a'))).toMatchObject({ uid: 12_345, gid: 12_346 })
  })

  it('says which file it could not write', async () => {
    await expect(writeFileAtomic(at('absent', 'a'), 'x')).rejects.toMatchObject({
      code: 'file-not-written',
      params: { path: at('absent', 'a'), reason: 'ENOENT' },
    })
  })
})

describe('openJsonStore', () => {
  const schema = z.object({ names: z.array(z.string()), port: z.number().default(5432) })
  const open = (version = 2) => openJsonStore(at('catalogue.json'), schema, version, { names: [], port: 1 })

  it('starts with the initial value, and another store reads what one has written', async () => {
    expect(await open().read()).toEqual({ names: [], port: 1 })
    expect(await open().update((value) => ({ ...value, names: ['main'] }))).toEqual({
      names: ['main'],
      port: 1,
    })
    expect(await open().read()).toEqual({ names: ['main'], port: 1 })
    expect((await stat(at('catalogue.json'))).mode & 0o777).toBe(unix ? 0o600 : 0o666)
    expect(await readdir(directory)).toEqual(['catalogue.json'])
  })

  it('loses no update of many at once', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `n${at}`)
    await Promise.all(
      names.map((name) => open().update((value) => ({ ...value, names: [...value.names, name] }))),
    )
    expect((await open().read()).names.toSorted()).toEqual(names.toSorted())
  })

  it('keeps a damaged file and says what is wrong with it', async () => {
    const damaged = '{"version": 2, "value": {"names": "none"}}'
    await writeFile(at('catalogue.json'), damaged)
    const update = open().update((value) => value)
    await expect(update).rejects.toMatchObject({
      code: 'state-file-damaged',
      params: { path: at('catalogue.json') },
    })
    await expect(open().read()).rejects.toThrow(/names: .*array/)
    expect(await readFile(at('catalogue.json'), 'utf8')).toBe(damaged)
    await writeFile(at('catalogue.json'), '{"vers')
    await expect(open().read()).rejects.toMatchObject({ code: 'state-file-damaged' })
  })

  it('refuses a newer file, and reads an older one with the defaults of today', async () => {
    await writeFile(at('catalogue.json'), '{"version": 3, "value": {}}')
    await expect(open().read()).rejects.toMatchObject({
      code: 'state-file-newer',
      params: { found: 3, known: 2 },
    })
    await writeFile(at('catalogue.json'), '{"version": 1, "value": {"names": ["old"]}}')
    expect(await open().read()).toEqual({ names: ['old'], port: 5432 })
  })

  it('writes nothing when the change fails or its result does not fit', async () => {
    const failing = open().update(() => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(open().update((value) => ({ ...value, port: 'x' as unknown as number }))).rejects.toThrow(
      'port',
    )
    expect(await readdir(directory)).toEqual([])
  })
})

describe('openAppendLog', () => {
  const schema = z.object({ step: z.number() })
  const open = () => openAppendLog(at('journal'), schema)

  it('keeps the order of appends that were not waited for', async () => {
    const log = open()
    expect(await log.readAll()).toEqual([])
    await Promise.all([1, 2, 3].map((step) => log.append({ step })))
    expect(await log.readAll()).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }])
    await log.close()
    expect(await readFile(at('journal'), 'utf8')).toBe('{"step":1}\n{"step":2}\n{"step":3}\n')
  })

  it.each(['{"step":', '{"step":2}', '\0\0\0', '{"st\n'])(
    'ignores a torn last line and cuts it off: %j',
    async (torn) => {
      await writeFile(at('journal'), '{"step":1}\n')
      await appendFile(at('journal'), torn)
      const log = open()
      expect(await log.readAll()).toEqual([{ step: 1 }])
      await log.append({ step: 3 })
      await log.close()
      expect(await open().readAll()).toEqual([{ step: 1 }, { step: 3 }])
      expect(await readFile(at('journal'), 'utf8')).toBe('{"step":1}\n{"step":3}\n')
    },
  )

  it('names the line of damage in the middle and does not append to it', async () => {
    const damaged = '{"step":1}\n{"st\n{"step":3}\n'
    await writeFile(at('journal'), damaged)
    const expected = { code: 'log-file-damaged', params: { path: at('journal'), line: 2 } }
    await expect(open().readAll()).rejects.toMatchObject(expected)
    await expect(open().append({ step: 4 })).rejects.toMatchObject(expected)
    expect(await readFile(at('journal'), 'utf8')).toBe(damaged)
  })
})

describe('removeTree', () => {
  it('removes a tree without following its links', async () => {
    await mkdir(at('kept'))
    await writeFile(at('kept', 'file'), 'x')
    await mkdir(at('tree', 'below'), { recursive: true })
    await writeFile(at('tree', 'below', 'file'), 'x')
    await symlink(at('kept'), at('tree', 'link'), 'junction')
    expect(await removeTree(at('tree'))).toBe('removed')
    expect(await removeTree(at('tree'))).toBe('absent')
    expect(await readdir(at('kept'))).toEqual(['file'])
  })

  it('removes only the link when it is given one, with or without a slash', async () => {
    await mkdir(at('kept'))
    await writeFile(at('kept', 'file'), 'x')
    await symlink(at('kept'), at('link'), 'junction')
    expect(await removeTree(`${at('link')}${path.sep}`)).toBe('removed')
    expect(await readdir(at('kept'))).toEqual(['file'])
  })

  it('never removes a whole file system', async () => {
    await expect(removeTree(path.parse(directory).root)).rejects.toThrow('never removed')
  })
})
