import { realpath } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceState } from '../../../shared/model/instance-status.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import { findService } from '../../postgres/discovery/find-service.ts'
import { readDataSize } from '../../postgres/backup/size.ts'
import { readTablespaces } from '../../postgres/backup/tablespaces.ts'
import { parseVersionText } from '../../postgres/facts/versions.ts'
import { readPassword } from '../../postgres/credentials/passfile.ts'
import { isToldPath } from '../../system/platform/told-path.ts'
import { readFreeBytes } from '../../system/platform/paths.ts'
import { readIsElevated } from '../../system/platform/windows-services.ts'
import type {
  FileSetting,
  InstallationFacts,
  InstanceFacts,
  ServerFacts,
  ServiceFacts,
} from '../operations/world.ts'
import { observePort } from './observe-ports.ts'
import { observeState } from './observe-state.ts'
import { readServerFacts, type ServerAnswer } from './observe-server.ts'
import type { ObservedState } from './observed-state.ts'
import { ownCommandsOf } from './own-commands.ts'
import { readHbaRules } from './read-hba-rules.ts'
import { targetOf } from './target.ts'

export interface InstanceDepth {
  /** Asks the server, when there is one, and the disk for its free bytes. */
  readonly deep?: boolean
  /** Walks the data directory and its tablespaces: seconds for a big one. */
  readonly size?: boolean
  readonly signal?: AbortSignal
}

/** One instance as plans see it. Without `deep` only files and processes are looked at. Throws `cancelled` only. */
export async function observeInstance(
  entry: CatalogueEntry,
  installations: readonly InstallationFacts[],
  depth: InstanceDepth = {},
): Promise<InstanceFacts> {
  const installation = installations.find(({ binDir }) => binDir === entry.binDir)
  const observed = await observeState(entry)
  const target = targetOf(entry, observed, installation?.major)
  const deep = depth.deep === true
  const [asked, sizeBytes, freeBytes, portState, knowsReplicationPassword, service, linked] =
    await Promise.all([
      deep ? askServer(entry, observed, target, depth.signal) : notAsked(observed),
      depth.size === true && observed.major !== null ? readSize(entry.dataDir, observed.major) : null,
      deep || depth.size === true ? readFreeBytes(entry.dataDir).catch(() => null) : null,
      deep && isDown(observed.state) ? observePort(target.port) : null,
      hasReplicationPassword(entry, target),
      deep ? readServiceFacts(entry.dataDir) : null,
      readTablespaces(entry.dataDir).catch(() => null),
    ])
  const { answer } = asked
  const server = answer?.kind === 'server' ? answer.facts : null
  const serverVersion = parseVersionText(server?.settings['server_version']?.value ?? '')
  const hba = readHbaRules(target.hbaFile, target.major)
  const installed = installation?.major === target.major ? installation.version : null
  return {
    entry,
    target:
      observed.filesReadable || server === null
        ? target
        : withServersOwn(target, server, serverVersion?.major),
    state: asked.state,
    role: server === null ? asked.observed.role : server.inRecovery ? 'standby' : 'primary',
    version: serverVersion?.version ?? installed ?? observed.version,
    systemIdentifier: asked.observed.systemIdentifier ?? systemIdentifierOf(answer),
    settings: observed.settings,
    absoluteIncludes: observed.absoluteIncludes,
    hba: hba?.text ?? null,
    hbaRules: hba?.rules ?? null,
    filesReadable: observed.filesReadable,
    knowsReplicationPassword,
    ownCommands: ownCommandsOf(observed.filesReadable ? observed.settings : settingsOf(server)),
    tablespaces: linked ?? server?.tablespaces ?? [],
    sizeBytes,
    freeBytes,
    portState,
    server,
    unreachableBecause: answer?.kind === 'unreachable' && asked.state === 'unreachable' ? answer.code : null,
    foreignOwner: observed.foreignOwner,
    service,
  }
}

async function readServiceFacts(dataDir: string): Promise<ServiceFacts | null> {
  const service = await findService(dataDir)
  if (service === undefined) return null
  return { name: service.name, account: service.account, mayControl: await readIsElevated() }
}

const isDown = (state: InstanceState): boolean =>
  state === 'stopped' || state === 'crashed' || state === 'missing'

const systemIdentifierOf = (answer: ServerAnswer | null): string | null =>
  answer?.kind === 'server' ? answer.systemIdentifier : null

/** Where files cannot be read, the server says where they are and what it is. */
const withServersOwn = (
  target: InstanceTarget,
  { settings }: ServerFacts,
  major: Major | undefined,
): InstanceTarget => ({
  ...target,
  major: major ?? target.major,
  configFile: settings['config_file']?.value ?? target.configFile,
  hbaFile: settings['hba_file']?.value ?? target.hbaFile,
})

/** The settings of a server whose files cannot be read, as if one unnamed file held them. */
const settingsOf = (server: ServerFacts | null): Record<string, FileSetting> =>
  Object.fromEntries(
    Object.entries(server?.settings ?? {}).map(([name, { value }]) => [
      name,
      { value, file: '', source: 'file' },
    ]),
  )

const hasReplicationPassword = async (
  entry: CatalogueEntry,
  { host, port }: InstanceTarget,
): Promise<boolean> => {
  const wanted = { host, port, database: 'replication', user: entry.replicationRole }
  return (await readPassword(entry.passfile, wanted).catch(() => null)) !== null
}

/** Null when a folder cannot be walked: an owner's tablespace that is closed to us, a disk that fails. */
const readSize = async (dataDir: string, major: Major): Promise<number | null> =>
  readDataSize(dataDir, major).then(
    ({ bytes }) => bytes,
    () => null,
  )

interface Asked {
  /** As seen last: again, when the server went away in between. */
  readonly observed: ObservedState
  readonly state: InstanceState
  readonly answer: ServerAnswer | null
}

const notAsked = (observed: ObservedState): Asked => ({ observed, state: observed.state, answer: null })

/** The answer of the server, and what it makes of the state. */
async function askServer(
  entry: CatalogueEntry,
  observed: ObservedState,
  target: InstanceTarget,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  if (observed.state !== 'running' && observed.state !== 'starting') return notAsked(observed)
  const given = await readServerFacts(target, observed.major, signal === undefined ? {} : { signal })
  const answer = await disownStranger(given, entry, observed)
  if (answer.kind === 'server') return { observed, state: 'running', answer }
  if (answer.code === 'server-starting' && !answer.message.includes('not accepting connections'))
    return { observed, state: 'starting', answer }
  if (answer.code !== 'server-unreachable' && answer.code !== 'connection-lost')
    return { observed, state: 'unreachable', answer }
  const again = await observeState(entry)
  return { observed: again, state: again.state === 'running' ? 'unreachable' : again.state, answer }
}

/** A server that says it serves another data directory is another one, on the port of ours. */
async function disownStranger(
  answer: ServerAnswer,
  entry: CatalogueEntry,
  observed: ObservedState,
): Promise<ServerAnswer> {
  if (answer.kind === 'unreachable') return answer
  const told = answer.facts.settings['data_directory']?.value
  const otherPlace = told !== undefined && !(await isSameDirectory(told, entry.dataDir))
  const otherCluster =
    observed.systemIdentifier !== null &&
    answer.systemIdentifier !== null &&
    answer.systemIdentifier !== observed.systemIdentifier
  if (!otherPlace && !otherCluster) return answer
  return {
    kind: 'unreachable',
    code: 'other-server-answers',
    message: told ?? String(answer.systemIdentifier),
  }
}

async function isSameDirectory(one: string, other: string): Promise<boolean> {
  if (await isToldPath(one, other)) return true
  const [a, b] = await Promise.all([one, other].map((dir) => realpath(dir).catch(() => path.resolve(dir))))
  return a === b
}
