import { readTool } from '../process/read-tool.ts'
import { runProgram } from '../process/run-program.ts'
import { isBelow } from './windows-paths.ts'

/** Windows closes a profile to other ordinary accounts; what lies elsewhere on a disk is open to all of them. */
export const isInProfile = (folder: string, profile: string): boolean =>
  profile !== '' && isBelow(folder, profile)

/** The SID of the account in what `whoami /user /fo csv /nh` prints: the last column, in every language. */
export const parseOwnSid = (text: string): string | undefined => /"(S-1-[\d-]+)"\s*$/.exec(text)?.[1]

/** The SID of the account that this program runs as; undefined where Windows does not tell it. */
export const readOwnSid = async (): Promise<string | undefined> =>
  parseOwnSid((await readTool('whoami.exe', ['/user', '/fo', 'csv', '/nh'])) ?? '')

const LOCAL_SYSTEM = 'S-1-5-18'
const ADMINISTRATORS = 'S-1-5-32-544'

/** By SID, as the names of the built-in accounts are translated. Source: Microsoft, "icacls", "Well-known SIDs". */
export const closingArguments = (folder: string, ownSid: string): readonly string[] => [
  folder,
  '/inheritance:r',
  ...[ownSid, LOCAL_SYSTEM, ADMINISTRATORS].flatMap((sid) => ['/grant:r', `*${sid}:(OI)(CI)F`]),
  '/q',
]

/**
 * Leaves a folder, and all that is made in it from now on, to this account, the system and the administrators.
 *
 * Rejects where the file system has no permissions (exFAT), or icacls does not do it.
 */
export const closeToOthers = async (folder: string): Promise<void> => {
  const ownSid = await readOwnSid()
  if (ownSid === undefined) throw new Error('whoami.exe told no SID')
  await runProgram('icacls.exe', closingArguments(folder, ownSid), { timeoutMs: 30_000 })
}
