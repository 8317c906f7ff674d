import { access, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import { readPassfile } from '../../postgres/credentials/passfile.ts'
import { programPath } from '../../postgres/installations/installation.ts'
import { readProcessName } from '../../system/process/identity.ts'
import { bestInstallation } from '../operations/choose-installation.ts'
import { defaultReplicationRole } from '../operations/create.ts'
import type {
  CandidateFacts,
  CandidateNeeds,
  InstallationFacts,
  InstanceFacts,
  WorldBase,
} from '../operations/world.ts'
import { expectAccess, tryAccess } from './candidate-access.ts'
import { describeStandby } from './describe-standby.ts'
import { findConfigFile, readStartCommand } from './find-configuration.ts'
import { instancePaths } from './instance-paths.ts'
import { observeInstance } from './observe-instance.ts'
import { observeState } from './observe-state.ts'
import type { ObservedState } from './observed-state.ts'
import { readHbaRules } from './read-hba-rules.ts'
import { readVersionFile } from './read-instance-files.ts'
import { hbaFileOf } from './target.ts'

const defaultUser = 'postgres'

/**
 * What `adopt` can find out about a data directory that anyone made, running or not; changes nothing in it.
 *
 * Where this account may not look into the directory, it is known only through its server, on the port of its
 * configuration file or 5432. `others`: the instances of the catalogue, one of which may be its upstream. Throws `cancelled` only.
 */
export async function observeCandidate(
  needs: CandidateNeeds,
  base: WorldBase,
  others: Promise<Readonly<Record<string, InstanceFacts>>>,
  signal?: AbortSignal,
): Promise<CandidateFacts> {
  const dataDir = await realpath(needs.dataDir).catch((error: NodeJS.ErrnoException) => error)
  if (dataDir instanceof Error) {
    const absent = dataDir.code === 'ENOENT' || dataDir.code === 'ENOTDIR'
    const asWritten = path.resolve(needs.dataDir)
    return absent
      ? { found: 'nothing', dataDir: asWritten }
      : { found: 'unreadable', dataDir: asWritten, owner: null }
  }
  const version = await readVersionFile(dataDir)
  if (version.kind === 'absent') return { found: 'not-a-data-directory', dataDir }
  if (version.kind === 'damaged') return { found: 'unknown-version', dataDir }
  const major = version.kind === 'version' ? version.major : null
  const draft = await draftEntry(needs, base, dataDir, major)
  const observed = await observeState(draft)
  const way = await findWay(draft, observed, base, signal)
  const observe = (entry: CatalogueEntry): Promise<InstanceFacts> =>
    observeInstance(entry, base.installations, { deep: true, ...(signal === undefined ? {} : { signal }) })
  const first: CatalogueEntry = { ...draft, host: way.host }
  const seen = await observe(first)
  const isClosed = major === null && needs.binDir === undefined && seen.server !== null
  // Only the server told its version.
  const entry = isClosed
    ? { ...first, binDir: await findBinDir(dataDir, seen.target.major, base.installations) }
    : first
  const instance = isClosed ? await observe(entry) : seen
  if (major === null && instance.server === null && way.access !== 'password-needed')
    return { found: 'unreadable', dataDir, owner: instance.foreignOwner }
  const settings = instance.filesReadable ? instance.settings : (instance.server?.settings ?? {})
  const catalogued = Object.values(await others)
  const standbys = catalogued.filter((other) => isStandbyOf(other, instance))
  const feeding = { ...entry, replicationRole: roleOfStandbys(standbys, instance) }
  return {
    found: 'data-directory',
    dataDir,
    alreadyNamed: await findName(dataDir, base.entries),
    instance: {
      ...instance,
      entry: { ...entry, ...describeStandby(feeding, instance, settings, catalogued.map(toKnown)) },
    },
    access: way.access,
    standbys: standbys.map((other) => other.entry.name),
    ownCommands: instance.ownCommands.map(({ setting, value }) => ({
      setting,
      value,
      file: instance.settings[setting]?.file ?? '',
    })),
  }
}

const toKnown = ({ target, systemIdentifier }: InstanceFacts) => ({
  name: target.name,
  port: target.port,
  systemIdentifier,
})

/** The role that its standbys connect as: those of the catalogue, else whoever streams from it now; ours where there are none. */
const roleOfStandbys = (standbys: readonly InstanceFacts[], { server }: InstanceFacts): string =>
  standbys[0]?.entry.replicationRole ??
  server?.replication.find(({ state, usename }) => state === 'streaming' && usename !== null)?.usename ??
  defaultReplicationRole

/** It was adopted before its upstream was. */
const isStandbyOf = (other: InstanceFacts, candidate: InstanceFacts): boolean =>
  other.entry.origin === 'adopted' &&
  other.entry.upstream === null &&
  describeStandby(other.entry, other, other.settings, [toKnown(candidate)]).upstream !== null

async function draftEntry(
  needs: CandidateNeeds,
  base: WorldBase,
  dataDir: string,
  major: Major | null,
): Promise<CatalogueEntry> {
  const config = needs.configFile ?? (major === null ? null : await findConfigFile(dataDir, major))
  const inside = config === null || path.resolve(config) === path.join(dataDir, 'postgresql.conf')
  return {
    name: needs.name,
    dataDir,
    binDir: needs.binDir ?? (await findBinDir(dataDir, major, base.installations)),
    configFile: inside ? null : config,
    host: '127.0.0.1',
    port: null,
    user: needs.user ?? defaultUser,
    passfile: await usablePassfile(needs),
    logFile: instancePaths(base.home, needs.name).logFile,
    upstream: null,
    slot: null,
    applicationName: null,
    replicationRole: defaultReplicationRole,
    origin: 'adopted',
    supersededBy: null,
    link: null,
    trusted: false,
  }
}

/** The passfile, if it has a password for the superuser; null else, so that nothing depends on a file that is not needed. */
async function usablePassfile({ passfile, user }: CandidateNeeds): Promise<string | null> {
  if (passfile === undefined) return null
  const entries = await readPassfile(passfile).catch(() => [])
  return entries.some((entry) => entry.user === '*' || entry.user === (user ?? defaultUser)) ? passfile : null
}

/** The programs it runs with, those it was started with last, or the best installation of its major; empty when there is none. */
async function findBinDir(
  dataDir: string,
  major: Major | null,
  installations: readonly InstallationFacts[],
): Promise<string> {
  const { pid } = await observeState(
    { dataDir, configFile: null, host: '127.0.0.1', user: defaultUser },
    { fast: true },
  )
  const running = pid === null ? undefined : (await readProcessName(pid))?.path
  const started = (await readStartCommand(dataDir))?.program
  for (const program of [running, started]) {
    if (program === undefined || !path.isAbsolute(program)) continue
    const binDir = path.dirname(await realpath(program).catch(() => program))
    const usable = await access(programPath(binDir, 'pg_ctl')).then(
      () => true,
      () => false,
    )
    if (usable) return binDir
  }
  const fitting = installations.filter((installation) => major === null || installation.major === major)
  return bestInstallation(fitting)?.binDir ?? ''
}

async function findWay(
  draft: CatalogueEntry,
  observed: ObservedState,
  base: WorldBase,
  signal: AbortSignal | undefined,
) {
  const socketDir = base.platform === 'win32' ? null : socketDirOf(draft, observed)
  if (observed.state === 'running' || observed.state === 'starting')
    return tryAccess(draft, observed, socketDir, signal)
  return expectAccess({
    hba: readHbaRules(hbaFileOf(draft.dataDir, observed.settings), observed.major ?? 0)?.rules ?? null,
    user: draft.user,
    socketDir,
    hasPassfile: draft.passfile !== null,
  })
}

/** Of the live server, else the first it is configured for, else the default of its packager. */
function socketDirOf({ binDir, dataDir }: CatalogueEntry, observed: ObservedState): string | null {
  if (observed.pid !== null) return observed.socketDir
  const configured = observed.settings['unix_socket_directories']?.value
  if (configured !== undefined) {
    const first = configured.split(',')[0]?.trim().replaceAll(/^"|"$/g, '') ?? ''
    return first === '' ? null : path.resolve(dataDir, first)
  }
  return binDir.startsWith('/usr/lib/postgresql/') ? '/var/run/postgresql' : '/tmp'
}

async function findName(dataDir: string, entries: WorldBase['entries']): Promise<string | null> {
  for (const entry of Object.values(entries)) {
    if ((await realpath(entry.dataDir).catch(() => entry.dataDir)) === dataDir) return entry.name
  }
  return null
}
