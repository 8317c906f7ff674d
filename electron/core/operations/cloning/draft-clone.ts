import type { CatalogueEntry } from '../../../../shared/model/catalogue-entry.ts'
import type { Text } from '../../../../shared/i18n/text.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import { slotNameFor } from '../../../../shared/model/instance-name.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { instancePaths } from '../../instances/instance-paths.ts'
import type { Assumption, Confirmation } from '../../plan/plan.ts'
import { registerInstance } from '../../plan/steps/catalogue.ts'
import { writePassfile } from '../../plan/steps/credentials.ts'
import { createDirectory } from '../../plan/steps/directories.ts'
import {
  baseBackup,
  completeCopy,
  createSlot,
  type TablespaceMapping,
  waitFor,
} from '../../plan/steps/replication.ts'
import { startServer } from '../../plan/steps/servers.ts'
import type { StepDraft } from '../../plan/steps/step.ts'
import { checkDecidedSettings, checkKnownSettings, lowerCaseNames } from '../check-known-settings.ts'
import {
  checkAbsent,
  checkNameFree,
  checkNewDataDir,
  choosePort,
  isRefusal,
  requireServer,
} from '../checks.ts'
import { checkMajorSupported } from '../choose-installation.ts'
import type { CloneParameters } from './clone-parameters.ts'
import { inDir, partialDirOf } from '../files.ts'
import { refuse, type Refusal } from '../operation.ts'
import { firstTablespaceFolder } from '../own-tablespace-folders.ts'
import { draftSynchronous } from '../synchronous-steps.ts'
import { windowsPlaceNotices } from '../windows-places.ts'
import type { InstallationFacts, InstanceFacts, ServerFacts, World } from '../world.ts'
import { chooseCloneMethod } from './clone-method.ts'
import { prepareSource, primaryOf, withOwnRole } from './prepare-source.ts'
import { configureStandby } from './standby-configuration.ts'

export interface CloneDraft {
  readonly drafts: readonly StepDraft[]
  readonly assumes: readonly Assumption[]
  readonly confirmations: readonly Confirmation[]
  readonly notices: readonly Text[]
  /** The instances it reads from or prepares. */
  readonly sources: Readonly<Record<string, InstanceTarget>>
  readonly target: InstanceTarget
}

/** Room for the WAL written while the copy is made and for the start. */
export const spareBytes = 96 * 1_048_576

/**
 * The steps of a clone, in the order that safety rule 2 asks for:
 *
 * | step | on disk afterwards |
 * |---|---|
 * | prepare the source | settings, role, pg_hba.conf rule |
 * | slot | WAL is kept from here on |
 * | base backup | `<dir>.partial`, complete but for its label |
 * | standby file, settings | `<dir>.partial` |
 * | complete copy | `<dir>` with its label |
 * | start, wait for both sides | a standby |
 */
export function draftClone(
  params: CloneParameters,
  observed: InstanceFacts,
  world: World,
): CloneDraft | Refusal {
  const source = withOwnRole(observed, world)
  const { name } = params
  const paths = instancePaths(world.home, name)
  const dataDir = params.dataDir ?? paths.dataDir
  const partialDir = partialDirOf(dataDir)
  const answering = requireServer(source)
  if (isRefusal(answering)) return answering
  const { server } = answering
  const settings = lowerCaseNames(params.settings)
  const refusal =
    checkMajorSupported(source.target.major) ??
    checkNameFree(world, name) ??
    checkNewDataDir(world, { name, path: dataDir, neededBytes: (source.sizeBytes ?? 0) + spareBytes }) ??
    checkAbsent(world, partialDir) ??
    checkKnownSettings(world, source.entry.binDir, params.settings) ??
    checkDecidedSettings(params.settings) ??
    checkMinimums(source, server, settings) ??
    checkSlotFree(source, server, params)
  if (refusal) return refusal
  const port = choosePort(world, params.port, [source.target.port])
  if (isRefusal(port)) return port
  const method = chooseCloneMethod(params.method, source, world)
  if (isRefusal(method)) return method
  const preparation = prepareSource(source, server, world, {
    slot: params.slot,
    backupSenders: method.method === 'basebackup' ? 2 : 0,
  })
  if (isRefusal(preparation)) return preparation

  const slot = params.slot ? slotNameFor(name) : null
  const applicationName = params.applicationName ?? name
  const installation = installationOf(source, world)
  const standby = configureStandby(
    source,
    {
      name,
      port: port.port,
      passfile: paths.passfile,
      applicationName,
      slot,
      delay: params.delay ?? null,
      settings,
      outsideFile: null,
      base: source,
      recovery: {},
    },
    partialDir,
    installation,
  )
  if (isRefusal(standby)) return standby
  const sync = params.sync
    ? draftSynchronous(source, applicationName, name)
    : { drafts: [], confirmations: [] }
  if (isRefusal(sync)) return sync
  const entry = standbyEntry(source, {
    name,
    dataDir,
    port: port.port,
    slot,
    applicationName,
    logFile: paths.logFile,
    passfile: paths.passfile,
  })
  const primary = primaryOf(source, world)
  return {
    sources: {
      [source.entry.name]: source.target,
      ...(primary ? { [primary.entry.name]: primary.target } : {}),
    },
    target: targetOfClone(entry, source, port.port),
    notices: [...windowsPlaceNotices(world, dataDir), ...preparation.notices, ...standby.notices],
    confirmations: [...preparation.confirmations, ...sync.confirmations],
    assumes: [
      { kind: 'name-free', name },
      { kind: 'port-free', port: port.port },
      { kind: 'path-absent', path: dataDir },
      ...(slot === null ? [] : [{ kind: 'slot-absent' as const, instance: source.entry.name, slot }]),
    ],
    drafts: [
      ...preparation.drafts,
      createDirectory(name, paths.logDir),
      writePassfile(name, paths.passfile, passfileUsers(source), preparation.passfile),
      ...(slot === null ? [] : [createSlot(source.entry.name, slot)]),
      baseBackup(name, {
        source: source.entry.name,
        partialDir,
        method: method.method,
        programDir: method.programDir,
        slot: method.method === 'basebackup' ? slot : null,
        tablespaces: mapTablespaces(server, firstTablespaceFolder(entry, world.home)),
        expectedBytes: source.sizeBytes,
      }),
      ...standby.drafts,
      completeCopy(name, partialDir, dataDir),
      startServer(name),
      waitFor(name, { kind: 'streaming', upstream: source.entry.name, standby: name, applicationName }),
      ...sync.drafts,
      registerInstance(entry),
    ],
  }
}

/** Each tablespace gets a place of its own in the copy's folder for them: facts, A5, and safety rule 10. */
export const mapTablespaces = ({ tablespaces }: ServerFacts, folder: string): TablespaceMapping[] =>
  tablespaces.map(({ oid, location }) => ({ oid, from: location, to: inDir(folder, String(oid)) }))

/** Passwords of all roles came along with the copy: superuser and replication role have the source's. */
export const passfileUsers = ({ entry }: InstanceFacts): string[] => [
  ...new Set([entry.user, entry.replicationRole]),
]

export function installationOf(instance: InstanceFacts, world: World): InstallationFacts {
  const known = world.installations.find(({ binDir }) => binDir === instance.entry.binDir)
  return (
    known ?? {
      version: instance.version ?? '',
      major: instance.target.major,
      binDir: instance.entry.binDir,
      source: 'folder',
      tools: [],
      shareDir: null,
    }
  )
}

/** Below the source's value a standby refuses to start, or pauses replay (facts, A6). */
function checkMinimums(
  source: InstanceFacts,
  server: ServerFacts,
  settings: Readonly<Record<string, string>>,
): Refusal | null {
  for (const name of versionFacts(source.target.major).standbyMinimums) {
    const own = settings[name]
    const needed = server.settings[name]?.value
    if (own !== undefined && needed !== undefined && Number(own) < Number(needed)) {
      return refuse('setting-below-primary', { setting: name, value: own, needed, name: source.entry.name })
    }
  }
  return null
}

function checkSlotFree(source: InstanceFacts, server: ServerFacts, params: CloneParameters): Refusal | null {
  const slot = slotNameFor(params.name)
  if (!params.slot || !server.slots.some(({ name }) => name === slot)) return null
  return refuse('slot-exists', { slot, name: source.entry.name })
}

type OwnPlaces = Pick<
  CatalogueEntry,
  'name' | 'dataDir' | 'port' | 'slot' | 'applicationName' | 'logFile' | 'passfile'
>

function standbyEntry(source: InstanceFacts, own: OwnPlaces): CatalogueEntry {
  return {
    ...own,
    binDir: source.entry.binDir,
    configFile: null,
    host: source.entry.host,
    user: source.entry.user,
    upstream: source.entry.name,
    replicationRole: source.entry.replicationRole,
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
  }
}

function targetOfClone(entry: CatalogueEntry, source: InstanceFacts, port: number): InstanceTarget {
  return {
    name: entry.name,
    dataDir: entry.dataDir,
    binDir: entry.binDir,
    major: source.target.major,
    port,
    host: entry.host,
    user: entry.user,
    passfile: entry.passfile,
    configFile: inDir(entry.dataDir, 'postgresql.conf'),
    hbaFile: inDir(entry.dataDir, 'pg_hba.conf'),
    logFile: entry.logFile,
  }
}
