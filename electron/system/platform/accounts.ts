import { readFile } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { readTool } from '../process/read-tool.ts'
import { runProgram } from '../process/run-program.ts'

/** One account of the system. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** Its home as the system knows it; it need not exist. */
  readonly homedir: string
}

/** Parses lines of passwd(5). */
export const parsePasswd = (text: string): readonly Account[] =>
  text.split('\n').flatMap((line) => {
    const [name, , uid, gid, , homedir] = line.split(':')
    if (name === undefined || name === '' || uid === undefined || gid === undefined) return []
    if (!/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return []
    return [{ name, uid: Number(uid), gid: Number(gid), homedir: homedir ?? '' }]
  })

const readPasswd = async () => parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''))

/** Reads an account by name, from /etc/passwd or wherever else the system keeps accounts (`id`). */
export const readAccount = async (name: string): Promise<Account | undefined> => {
  const local = (await readPasswd()).find((account) => account.name === name)
  if (local !== undefined) return local
  const [uid, gid] = await Promise.all([readTool('id', ['-u', name]), readTool('id', ['-g', name])])
  if (!/^\d+\n$/.test(uid ?? '') || !/^\d+\n$/.test(gid ?? '')) return undefined
  return { name, uid: Number(uid), gid: Number(gid), homedir: '' }
}

/** Reads the name of a uid; the number itself when no account has it. */
export const readAccountName = async (uid: number): Promise<string> =>
  (await readPasswd()).find((account) => account.uid === uid)?.name ?? String(uid)

/** Reads all groups of an account, its main group among them. */
export const readGroups = async (account: Account): Promise<readonly number[]> => {
  const said = await readTool('id', ['-G', account.name])
  const gids = (said ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => /^\d+$/.test(word))
    .map(Number)
  return [...new Set([account.gid, ...gids])]
}

const hasGroup = async (name: string) =>
  (await readFile('/etc/group', 'utf8').catch(() => ''))
    .split('\n')
    .some((line) => line.startsWith(`${name}:`))

const runUseradd = async (name: string, homedir: string) => {
  const group = (await hasGroup(name)) ? ['--gid', name] : ['--user-group']
  const shell = '/usr/sbin/nologin'
  await runProgram('useradd', [
    '--system',
    ...group,
    '--no-create-home',
    '--home-dir',
    homedir,
    '--shell',
    shell,
    name,
  ])
}

/** Alpine has no useradd; its adduser is busybox's. */
const runAdduser = async (name: string, homedir: string) => {
  if (!(await hasGroup(name))) await runProgram('addgroup', ['-S', name])
  await runProgram('adduser', ['-S', '-D', '-H', '-h', homedir, '-s', '/sbin/nologin', '-G', name, name])
}

const isMissing = (error: unknown) => error instanceof PgTandemError && error.code === 'program-missing'

/** Creates a system account without login, as root. Throws `account-not-created`. */
export const createSystemAccount = async (name: string, homedir: string): Promise<Account> => {
  try {
    await runUseradd(name, homedir).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error
      await runAdduser(name, homedir)
    })
  } catch (error) {
    // Another PgTandem may have made it at the same moment.
    const made = await readAccount(name)
    if (made !== undefined) return made
    const line = error instanceof PgTandemError ? error.params['lastLine'] : undefined
    const reason = String(line ?? (error instanceof Error ? error.message : error))
    throw new PgTandemError('account-not-created', { account: name, reason }, {}, { cause: error })
  }
  const made = await readAccount(name)
  if (made === undefined)
    throw new PgTandemError('account-not-created', { account: name, reason: 'not found afterwards' })
  return made
}
