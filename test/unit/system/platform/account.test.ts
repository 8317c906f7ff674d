import { spawnSync } from 'node:child_process'
import {
  chmod,
  chown,
  copyFile,
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
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planAccount, type GiveUpRootResult } from '../../../../electron/system/platform/account.ts'
import {
  parsePasswd,
  readAccount,
  readGroups,
  type Account,
} from '../../../../electron/system/platform/accounts.ts'
import {
  canReach,
  canReachTree,
  copyWhereReachable,
  findBlocked,
} from '../../../../electron/system/platform/reach.ts'
import { bundleProgram } from '../bundle-program.ts'

const account = (name: string, uid: number): Account => ({ name, uid, gid: uid, homedir: '' })
const postgres = account('postgres', 101)
const pgtandem = account('pgtandem', 990)
const isRoot = process.getuid?.() === 0

describe('planAccount', () => {
  const facts = { platform: 'linux', uid: 0, homeOwner: undefined, postgres, pgtandem } as const
  it.each([
    ['becomes postgres', {}, { kind: 'become', account: postgres }],
    ['becomes postgres with a home of root', { homeOwner: 0 }, { kind: 'become', account: postgres }],
    [
      'becomes pgtandem where there is no postgres',
      { postgres: undefined },
      { kind: 'become', account: pgtandem },
    ],
    ['keeps to the account of the home', { homeOwner: 990 }, { kind: 'become', account: pgtandem }],
    ['creates pgtandem', { postgres: undefined, pgtandem: undefined }, { kind: 'create', name: 'pgtandem' }],
    ['refuses a home of somebody else', { homeOwner: 1000 }, { kind: 'refuse', ownerUid: 1000 }],
    ['leaves an ordinary account alone', { uid: 1000, homeOwner: 5 }, { kind: 'stay' }],
    ['does nothing on Windows', { platform: 'win32', uid: undefined }, { kind: 'stay' }],
  ] as const)('%s', (_, change, expected) => {
    expect(planAccount({ ...facts, ...change })).toEqual(expected)
  })
})

describe('accounts', () => {
  it('parses passwd and skips what is no account', () => {
    expect(parsePasswd('root:x:0:0:root:/root:/bin/sh\n+::::::\n\npg:x:5:6::/p:/x\n')).toEqual([
      { name: 'root', uid: 0, gid: 0, homedir: '/root' },
      { name: 'pg', uid: 5, gid: 6, homedir: '/p' },
    ])
  })

  it.skipIf(process.platform === 'win32')(
    'reads root with its groups, and no account that does not exist',
    async () => {
      const root = await readAccount('root')
      expect(root).toMatchObject({ uid: 0, gid: 0 })
      expect(root && (await readGroups(root))).toContain(0)
      expect(await readAccount('no-such-account')).toBeUndefined()
    },
  )
})

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'account-'))
  await chmod(directory, 0o755)
  return () => rm(directory, { recursive: true, force: true })
})
const at = (...names: readonly string[]) => path.join(directory, ...names)
const stranger = { uid: 54_321, gids: [54_321] }

describe.skipIf(process.platform === 'win32')('reach', () => {
  it('needs every directory above and the file itself', async () => {
    await mkdir(at('a', 'b'), { recursive: true })
    await writeFile(at('a', 'b', 'file'), '')
    expect(await canReach(at('a', 'b', 'file'), stranger)).toBe(true)
    await chmod(at('a'), 0o711)
    expect(await canReach(at('a', 'b', 'file'), stranger)).toBe(true)
    expect(await findBlocked(at('a'), stranger)).toBe(at('a'))
    await chmod(at('a'), 0o700)
    expect(await findBlocked(at('a', 'b', 'file'), stranger)).toBe(at('a'))
    const owner = await stat(at('a'))
    expect(await canReach(at('a', 'b', 'file'), { uid: owner.uid, gids: [] })).toBe(true)
  })

  it('uses the bits of the group, even where others may do more', async () => {
    await writeFile(at('file'), '')
    await chmod(at('file'), 0o604)
    const { gid } = await stat(at('file'))
    expect(await canReach(at('file'), stranger)).toBe(true)
    expect(await canReach(at('file'), { uid: stranger.uid, gids: [gid] })).toBe(false)
  })

  it('looks behind links and into the tree', async () => {
    await mkdir(at('closed', 'bin'), { recursive: true })
    await writeFile(at('closed', 'bin', 'initdb'), '')
    await symlink(at('closed', 'bin'), at('link'))
    expect(await canReachTree(at('link'), stranger)).toBe(true)
    await chmod(at('closed', 'bin', 'initdb'), 0o700)
    expect(await canReachTree(at('link'), stranger)).toBe(false)
    await chmod(at('closed'), 0o700)
    expect(await findBlocked(at('link'), stranger)).toBe(at('closed'))
  })

  it('copies a closed installation once, open to all, with its links, and clears abandoned drafts', async () => {
    await mkdir(at('closed', 'bin'), { recursive: true, mode: 0o700 })
    await writeFile(at('closed', 'bin', 'postgres'), 'elf', { mode: 0o700 })
    await writeFile(at('closed', 'lib.so.5.1'), 'lib', { mode: 0o600 })
    await symlink('lib.so.5.1', at('closed', 'lib.so.5'))
    await mkdir(at('home', 'postgres', '.copying-999999999-x'), { recursive: true })
    const copy = await copyWhereReachable(at('closed'), at('home'), '18.4')
    expect(copy).toEqual({ path: at('home', 'postgres', '18.4'), isNew: true })
    expect(await canReachTree(copy.path, stranger)).toBe(true)
    expect((await stat(path.join(copy.path, 'bin', 'postgres'))).mode & 0o777).toBe(0o755)
    expect(await readFile(path.join(copy.path, 'lib.so.5'), 'utf8')).toBe('lib')
    expect(await readdir(at('home', 'postgres'))).toEqual(['18.4'])
    expect(await copyWhereReachable(at('closed'), at('home'), '18.4')).toEqual({ ...copy, isNew: false })
  })
})

if (!isRoot) process.stdout.write('giveUpRoot is skipped: it can be tested only as root\n')

describe.skipIf(!isRoot)('giveUpRoot, as root in a process of its own', () => {
  let program = ''
  let node = ''
  beforeAll(async () => {
    program = await bundleProgram(`
      import { giveUpRoot } from '@/electron/system/platform/account.ts'
      import { readFileSync, writeFileSync } from 'node:fs'
      const [home, ...directories] = process.argv.slice(2)
      const attempt = (work) => { try { work(); return 'done' } catch (error) { return error.code ?? error.message } }
      try {
        const result = await giveUpRoot({ home, programDirs: directories.map((directory) => ({ directory, key: '18.4' })) })
        console.log(JSON.stringify({
          result, uid: process.getuid(), groups: process.getgroups(), env: process.env,
          back: attempt(() => process.setuid(0)),
          root: attempt(() => process.seteuid(0)),
          write: attempt(() => writeFileSync(home + '/catalogue.json', '{}')),
          status: readFileSync('/proc/self/status', 'utf8'),
        }))
      } catch (error) {
        console.log(JSON.stringify({ error: { code: error.code, params: error.params, text: String(error.stack) }, uid: process.getuid() }))
      }
    `)
    node = process.execPath
  }, 60_000)
  afterAll(() => rm(path.dirname(path.dirname(program)), { recursive: true, force: true }))

  interface Said {
    readonly result?: GiveUpRootResult
    readonly error?: { readonly code: string; readonly params: Record<string, string>; readonly text: string }
    readonly uid: number
    readonly groups: readonly number[]
    readonly env: Record<string, string>
    readonly back: string
    readonly root: string
    readonly write: string
    readonly status: string
  }

  const run = (...args: readonly string[]): Said => {
    const env = { ...process.env, XDG_CONFIG_HOME: '/root/.config', TMPDIR: '/root' }
    const { stdout, stderr } = spawnSync(node, [program, ...args], { encoding: 'utf8', env, cwd: '/' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as Said
  }

  it('prepares home and programs and cannot go back', async () => {
    await mkdir(at('closed'), { mode: 0o700 })
    await mkdir(at('closed', 'bin'))
    await writeFile(at('closed', 'bin', 'postgres'), 'elf', { mode: 0o755 })
    await mkdir(at('open'))
    const said = run(at('new', 'home'), at('closed', 'bin'), at('open'))
    expect(said.error).toBeUndefined()
    const { result } = said
    if (result?.kind !== 'root-given-up') throw new Error('root was kept')
    expect(['postgres', 'pgtandem']).toContain(result.account)
    expect(said.uid).toBe(result.uid)
    expect(said.uid).not.toBe(0)
    expect(said.groups).not.toContain(0)
    expect([said.back, said.root]).toEqual(['EPERM', 'EPERM'])
    expect(said.status).toMatch(/^CapEff:\s+0+$/m)
    expect(said.status).toMatch(/^CapPrm:\s+0+$/m)
    expect(said.write).toBe('done')
    expect(said.env).toMatchObject({ USER: result.account, LOGNAME: result.account })
    expect(said.env['HOME']).not.toBe('/root')
    expect(said.env).not.toHaveProperty('XDG_CONFIG_HOME')
    expect(said.env).not.toHaveProperty('TMPDIR')
    expect(await stat(at('new', 'home'))).toMatchObject({ uid: result.uid, gid: result.gid, mode: 0o40700 })
    const copy = at('new', 'home', 'postgres', '18.4')
    expect(result.programDirs).toEqual([copy, at('open')])
    expect(result.said).toEqual(
      expect.arrayContaining([
        { kind: 'programs-copied', from: at('closed', 'bin'), to: copy },
        { kind: 'root-given-up', account: result.account },
      ]),
    )
    expect((await stat(copy)).uid).toBe(result.uid)
    const again = run(at('new', 'home'), at('closed', 'bin'))
    expect(again.result?.said).toEqual([{ kind: 'root-given-up', account: result.account }])
  })

  it('hands over nothing that a link in the home leads to', async () => {
    const { result } = run(at('home'))
    if (result?.kind !== 'root-given-up') throw new Error('root was kept')
    await mkdir(at('closed'), { mode: 0o700 })
    await mkdir(at('of-root'))
    await symlink(at('of-root'), at('home', 'postgres'))
    expect(run(at('home'), at('closed'))).toMatchObject({ uid: 0, error: { code: 'home-not-writable' } })
    expect(await stat(at('of-root'))).toMatchObject({ uid: 0, gid: 0 })
    expect(await readdir(at('of-root'))).toEqual([])
  })

  it('does nothing for an ordinary account', async () => {
    const copied = at('node')
    await copyFile(process.execPath, copied)
    await chmod(copied, 0o755)
    const { stdout } = spawnSync(copied, [program, at('home')], {
      encoding: 'utf8',
      uid: 54_321,
      gid: 54_321,
      cwd: '/',
    })
    expect(JSON.parse(stdout)).toMatchObject({ result: { kind: 'not-root' }, uid: 54_321 })
  })

  it('refuses a home of another account, and one of root that holds other files, and stays root', async () => {
    await mkdir(at('theirs'))
    await chown(at('theirs'), 54_321, 54_321)
    expect(run(at('theirs'))).toMatchObject({
      uid: 0,
      error: { code: 'home-of-another-account', params: { owner: '54321' } },
    })
    await mkdir(at('etc'))
    await writeFile(at('etc', 'passwd'), '')
    expect(run(at('etc'))).toMatchObject({ uid: 0, error: { code: 'home-not-prepared' } })
    expect((await stat(at('etc'))).uid).toBe(0)
  })

  it('refuses a home behind a closed directory, or that is a file', async () => {
    await mkdir(at('closed'), { mode: 0o700 })
    expect(run(at('closed', 'home'))).toMatchObject({
      uid: 0,
      error: { code: 'home-unreachable', params: { blockedBy: at('closed') } },
    })
    await writeFile(at('file'), '')
    expect(run(at('file')).error?.code).toBe('home-not-a-directory')
    expect(run(at('file', 'below')).error?.code).toBe('home-not-a-directory')
  })
})
