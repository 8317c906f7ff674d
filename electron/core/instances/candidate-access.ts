import { userInfo } from 'node:os'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { HbaFile } from '../../postgres/facts/hba/hba-file.ts'
import { matchHba } from '../../postgres/facts/hba/match.ts'
import type { CandidateAccess } from '../operations/world.ts'
import { readServerFacts, type ServerAnswer } from './observe-server.ts'
import type { ObservedState } from './observed-state.ts'
import { targetOf } from './target.ts'

/** The way in that was found, and what the server said there. */
export interface FoundAccess {
  readonly access: CandidateAccess
  readonly host: string
  /** Null when it does not run. */
  readonly answer: ServerAnswer | null
}

/** Tries the ways into a running server: 127.0.0.1, with the passfile if there is one, then its socket (peer, trust). */
export async function tryAccess(
  entry: CatalogueEntry,
  observed: ObservedState,
  socketDir: string | null,
  signal?: AbortSignal,
): Promise<FoundAccess> {
  const options = signal === undefined ? {} : { signal }
  const ask = (host: string) =>
    readServerFacts(targetOf({ ...entry, host }, observed), observed.major, options)
  const overTcp = await ask(loopback)
  if (overTcp.kind === 'server') return { access: 'tcp', host: loopback, answer: overTcp }
  if (socketDir !== null) {
    const overSocket = await ask(socketDir)
    if (overSocket.kind === 'server') return { access: 'socket', host: socketDir, answer: overSocket }
    if (overTcp.code === 'server-unreachable' && overSocket.code !== 'server-unreachable')
      return { access: failedAccess(overSocket.code), host: socketDir, answer: overSocket }
  }
  return { access: failedAccess(overTcp.code), host: loopback, answer: overTcp }
}

const loopback = '127.0.0.1'

const failedAccess = (code: string): CandidateAccess =>
  code === 'password-missing' ? 'password-needed' : 'refused'

/** What decides how a server that does not run will let us in. */
export interface ExpectedAccess {
  readonly hba: HbaFile | null
  readonly user: string
  readonly socketDir: string | null
  readonly hasPassfile: boolean
  /** The account this program runs as; peer authentication knows no other. */
  readonly account?: string
}

/** The way in by pg_hba.conf: the socket where only peer authentication (or trust) needs no password that we lack. */
export function expectAccess(facts: ExpectedAccess): Pick<FoundAccess, 'access' | 'host'> {
  const { hba, user, socketDir, hasPassfile, account = userInfo().username } = facts
  const overTcp = { access: 'expected-tcp', host: loopback } as const
  if (socketDir === null || hasPassfile || hba === null) return overTcp
  const database = 'postgres'
  const tcp = matchHba(hba, { type: 'host', database, user, address: loopback })?.rule.method
  const local = matchHba(hba, { type: 'local', database, user })?.rule.method
  const localIsOpen = local === 'trust' || (local === 'peer' && account === user)
  return tcp !== 'trust' && localIsOpen ? { access: 'expected-socket', host: socketDir } : overTcp
}
