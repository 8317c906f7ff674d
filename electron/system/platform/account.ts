import { lchown, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { createSystemAccount, readAccount, readAccountName, readGroups, type Account } from './accounts.ts'
import { homeFailure } from './home.ts'
import { copyForAccount } from './as-account.ts'
import { canReach, canReachTree, findBlockedAncestor, findCopy, type Reader } from './reach.ts'

/** The account that PgTandem makes where there is none called `postgres`. */
export const OWN_ACCOUNT = 'pgtandem'
const SERVER_ACCOUNT = 'postgres'

/** What is known before root is given up. */
export interface AccountFacts {
  readonly platform: NodeJS.Platform
  /** Undefined on Windows. */
  readonly uid: number | undefined
  /** Whose the home is; undefined while it does not exist. */
  readonly homeOwner: number | undefined
  readonly postgres: Account | undefined
  readonly pgtandem: Account | undefined
}

export type AccountPlan =
  | { readonly kind: 'stay' }
  | { readonly kind: 'become'; readonly account: Account }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'refuse'; readonly ownerUid: number }

/**
 * Which account to go on as. PostgreSQL refuses root, so root becomes the owner of the home where that is one of ours,
 * else `postgres`, else `pgtandem`; a home of anybody else is refused. Who is not root stays who they are.
 */
export const planAccount = ({ platform, uid, homeOwner, postgres, pgtandem }: AccountFacts): AccountPlan => {
  if (platform === 'win32' || uid !== 0) return { kind: 'stay' }
  const known = [postgres, pgtandem].filter((account) => account !== undefined)
  if (homeOwner !== undefined && homeOwner !== 0) {
    const owner = known.find((account) => account.uid === homeOwner)
    return owner === undefined ? { kind: 'refuse', ownerUid: homeOwner } : { kind: 'become', account: owner }
  }
  const [account] = known
  return account === undefined ? { kind: 'create', name: OWN_ACCOUNT } : { kind: 'become', account }
}

/** One thing that giving up root did, for the people in front of the program. */
export type AccountNews =
  | { readonly kind: 'account-created'; readonly account: string }
  | { readonly kind: 'programs-copied'; readonly from: string; readonly to: string }
  | { readonly kind: 'root-given-up'; readonly account: string }

/** Server programs that the account must be able to read. */
export interface ProgramDirectory {
  readonly directory: string
  /** Names the copy, if one is needed: version and origin, such as `18.4-linux-x64`. */
  readonly key: string
}

export interface GiveUpRootOptions {
  readonly home: string
  readonly programDirs: readonly ProgramDirectory[]
  /** Called for each piece of news as it happens. */
  readonly log?: (news: AccountNews) => void
}

export type GiveUpRootResult =
  | {
      readonly kind: 'not-root'
      readonly programDirs: readonly string[]
      readonly said: readonly AccountNews[]
    }
  | {
      readonly kind: 'root-given-up'
      readonly account: string
      readonly uid: number
      readonly gid: number
      /** In the order asked for, each one reachable for the account. */
      readonly programDirs: readonly string[]
      readonly said: readonly AccountNews[]
    }

const readOwner = async (home: string) => {
  const found = await stat(home).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw homeFailure(home, error)
  })
  if (found !== undefined && !found.isDirectory())
    throw new PgTandemError('home-not-a-directory', { path: home })
  return found?.uid
}

const makeHome = async (home: string) => {
  const umask = process.umask(0o022)
  try {
    await mkdir(path.dirname(home), { recursive: true })
    await mkdir(home, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    process.umask(umask)
  }
}

/** A directory of root's is handed over only while it is empty: PGTANDEM_HOME=/etc must not change hands. */
const prepareHome = async (home: string, account: Account, reader: Reader) => {
  try {
    await makeHome(home)
    const blockedBy = await findBlockedAncestor(home, reader)
    if (blockedBy !== undefined)
      throw new PgTandemError('home-unreachable', { account: account.name, path: home, blockedBy })
    if ((await stat(home)).uid === account.uid) return
    if ((await readdir(home)).length > 0)
      throw new PgTandemError('home-not-prepared', { path: home, account: account.name })
    // Of a link that takes its place meanwhile, the link itself: never what it leads to.
    await lchown(await realpath(home), account.uid, account.gid)
  } catch (error) {
    throw homeFailure(home, error)
  }
}

const chooseAccount = async (
  home: string,
  said: (news: AccountNews) => void,
): Promise<Account | undefined> => {
  const plan = planAccount({
    platform: process.platform,
    uid: process.getuid?.(),
    homeOwner: await readOwner(home),
    postgres: await readAccount(SERVER_ACCOUNT),
    pgtandem: await readAccount(OWN_ACCOUNT),
  })
  if (plan.kind === 'stay') return undefined
  if (plan.kind === 'refuse')
    throw new PgTandemError('home-of-another-account', {
      path: home,
      owner: await readAccountName(plan.ownerUid),
    })
  if (plan.kind === 'become') return plan.account
  const account = await createSystemAccount(plan.name, home)
  said({ kind: 'account-created', account: account.name })
  return account
}

/** Missing from the type declarations. */
type WithGroups = NodeJS.Process & { readonly initgroups?: (user: string, gid: number) => void }

const dropRoot = ({ name, uid, gid }: Account) => {
  const refused = (reason: string, cause?: unknown) =>
    new PgTandemError('root-not-given-up', { account: name, reason }, {}, { cause })
  try {
    ;(process as WithGroups).initgroups?.(name, gid)
    process.setgid?.(gid)
    process.setuid?.(uid)
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error), error)
  }
  if (process.getuid?.() !== uid || process.geteuid?.() !== uid || process.getegid?.() !== gid)
    throw refused('the account did not change')
  try {
    process.setuid?.(0)
  } catch {
    return
  }
  throw refused('it could be taken back')
}

/** Programs that we start look for their own files by these; root's are closed to the account. */
const takeOverEnvironment = async (account: Account, home: string, reader: Reader) => {
  const hasHome = account.homedir !== '' && (await canReach(account.homedir, reader))
  for (const name of Object.keys(process.env)) if (name.startsWith('XDG_')) delete process.env[name]
  const temporary = process.env['TMPDIR']
  if (temporary !== undefined && !(await canReach(temporary, reader))) delete process.env['TMPDIR']
  process.env['HOME'] = hasHome ? account.homedir : home
  process.env['USER'] = account.name
  process.env['LOGNAME'] = account.name
}

/**
 * As root: prepares the home, copies program directories that the account could not reach, and goes on as that account
 * for good. Otherwise, and on Windows, nothing happens. Call it once, before anything else is opened or started.
 *
 * Throws `home-of-another-account`, `home-not-prepared`, `home-unreachable` and the other home codes, `account-not-created`,
 * or `root-not-given-up`; the process is then still root and must not go on.
 */
export const giveUpRoot = async (options: GiveUpRootOptions): Promise<GiveUpRootResult> => {
  const { home, programDirs } = options
  const said: AccountNews[] = []
  const say = (news: AccountNews) => {
    said.push(news)
    options.log?.(news)
  }
  const directories = programDirs.map(({ directory }) => directory)
  if (process.getuid?.() !== 0) return { kind: 'not-root', programDirs: directories, said }
  const account = await chooseAccount(home, say)
  if (account === undefined) return { kind: 'not-root', programDirs: directories, said }
  const reader = { uid: account.uid, gids: await readGroups(account) }
  await prepareHome(home, account, reader)
  const reachable: string[] = []
  for (const { directory, key } of programDirs) {
    if (await canReachTree(directory, reader)) reachable.push(directory)
    else {
      const found = await findCopy(home, key)
      const copy =
        found === undefined
          ? await copyForAccount(directory, account, { home, key })
          : { path: found, isNew: false }
      if (copy.isNew) say({ kind: 'programs-copied', from: directory, to: copy.path })
      reachable.push(copy.path)
    }
  }
  await takeOverEnvironment(account, home, reader)
  dropRoot(account)
  say({ kind: 'root-given-up', account: account.name })
  return {
    kind: 'root-given-up',
    account: account.name,
    uid: account.uid,
    gid: account.gid,
    programDirs: reachable,
    said,
  }
}
