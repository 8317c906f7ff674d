import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { parseHba } from '../../postgres/facts/hba.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { addHbaRules, configure, type SettingChanges } from '../plan/steps/configuration.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { replicationRole, writePassfile } from '../plan/steps/credentials.ts'
import { createDirectory } from '../plan/steps/directories.ts'
import { initdb, startServer } from '../plan/steps/servers.ts'
import { numberSteps, type StepDraft } from '../plan/steps/step.ts'
import { checkNameFree, checkNewDataDir, choosePort, isRefusal } from './checks.ts'
import { checkDecidedSettings, checkKnownSettings, lowerCaseNames } from './check-known-settings.ts'
import { chooseInstallation } from './choose-installation.ts'
import { inDir } from './files.ts'
import { loopbackRules } from './loopback-rules.ts'
import { defineOperation, type Refusal } from './operation.ts'
import {
  nameParameter,
  pathParameter,
  pgParameter,
  portParameter,
  settingsParameter,
  problem,
} from './parameters.ts'
import { checkWindowsPlace, windowsPlaceNotices } from './windows-places.ts'
import type { InstallationFacts, InstanceFacts, World, WorldBase, WorldNeeds } from './world.ts'
import type { Assumption } from '../plan/plan.ts'

export const createParameters = z.object({
  name: nameParameter,
  port: portParameter.optional(),
  dataDir: pathParameter.optional(),
  pg: pgParameter.optional(),
  /** libc locale; the database's encoding is UTF8 with every one of them. */
  locale: z
    .string()
    .regex(/^[A-Za-z0-9_.@ ()-]+$/, problem('locale'))
    .default('C'),
  settings: settingsParameter.default({}),
})

export type CreateParameters = z.output<typeof createParameters>

export const superuser = 'postgres'
export const defaultReplicationRole = 'replicator'

/** An empty cluster with 16 MB of WAL, and room to start. */
const newClusterBytes = 150 * 1_048_576

/** What `create` will make: its steps, and the instance as it will be observed afterwards. */
export interface CreateDraft {
  readonly drafts: readonly StepDraft[]
  readonly assumes: readonly Assumption[]
  readonly instance: InstanceFacts
  readonly notices: readonly Text[]
}

/** Makes a primary: initdb, configured for replication as the guides do, started, with a role for standbys. */
export const create = defineOperation({
  id: 'create',
  params: createParameters,
  needs: createNeeds,
  plan(params, world) {
    const draft = draftCreate(params, world)
    if (isRefusal(draft)) return draft
    return {
      kind: 'plan',
      plan: {
        operation: 'create',
        params,
        targets: { [params.name]: draft.instance.target },
        assumes: draft.assumes,
        confirmations: [],
        notices: draft.notices,
        steps: numberSteps(draft.drafts),
      },
    }
  },
})

export function createNeeds(
  { name, port, dataDir, pg, settings }: CreateParameters,
  base: WorldBase,
): WorldNeeds {
  const installation = chooseInstallation(base, pg)
  const programDirs = isRefusal(installation) ? [] : [installation.binDir]
  const names = Object.keys(settings)
  return {
    ports: port === undefined ? [] : [port],
    freePorts: 1,
    paths: [base.home, dataDir ?? instancePaths(base.home, name).dataDir, ...programDirs],
    knownSettingsOf: names.length === 0 ? [] : programDirs,
  }
}

/** The steps of `create`, and the facts that `pair` goes on planning from. */
export function draftCreate(params: CreateParameters, world: World): CreateDraft | Refusal {
  const { name } = params
  const paths = instancePaths(world.home, name)
  const dataDir = params.dataDir ?? paths.dataDir
  const installation = chooseInstallation(world, params.pg)
  if (isRefusal(installation)) return installation
  const refusal =
    checkNameFree(world, name) ??
    checkNewDataDir(world, { name, path: dataDir, neededBytes: newClusterBytes }) ??
    checkWindowsPlace(world, installation.binDir) ??
    checkKnownSettings(world, installation.binDir, params.settings) ??
    checkDecidedSettings(params.settings)
  if (refusal) return refusal
  const port = choosePort(world, params.port)
  if (isRefusal(port)) return port

  const entry = newEntry(name, dataDir, installation, {
    port: port.port,
    logFile: paths.logFile,
    passfile: paths.passfile,
  })
  const settings = {
    ...primarySettings(name, port.port, installation.major, world.platform),
    ...lowerCaseNames(params.settings),
  }
  const instance = predict(entry, installation, port.port, settings)
  const { configFile, hbaFile } = instance.target
  const { bestAuthMethod } = versionFacts(installation.major)
  return {
    instance,
    notices: windowsPlaceNotices(world, dataDir),
    assumes: [
      { kind: 'name-free', name },
      { kind: 'port-free', port: port.port },
      { kind: 'path-absent', path: dataDir },
    ],
    drafts: [
      createDirectory(name, paths.logDir),
      writePassfile(name, paths.passfile, [superuser, defaultReplicationRole]),
      initdb(name, { dataDir, locale: params.locale, checksums: true, auth: bestAuthMethod }),
      configure(name, { via: 'file', file: configFile, settings, live: false }),
      addHbaRules(name, {
        file: hbaFile,
        rules: loopbackRules(defaultReplicationRole, bestAuthMethod),
        live: false,
      }),
      startServer(name),
      replicationRole(name, {
        role: defaultReplicationRole,
        connectionLimit: -1,
        passfile: paths.passfile,
        setPassword: true,
      }),
      registerInstance(entry),
    ],
  }
}

/**
 * The settings of guide 003 in this version's spelling, kept to this machine and capped so that a standby that is off
 * cannot fill the disk (safety rules 7 and 11).
 */
function primarySettings(
  name: string,
  port: number,
  major: number,
  platform: World['platform'],
): Record<string, string> {
  const facts = versionFacts(major)
  const keptWal = facts.walKeep.unit === 'MB' ? '128MB' : '8'
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    ...(platform === 'win32' ? {} : { unix_socket_directories: '' }),
    wal_level: facts.standbyWalLevel,
    max_wal_senders: '10',
    ...(facts.hasReplicationSlots ? { max_replication_slots: '10' } : {}),
    [facts.walKeep.setting]: keptWal,
    ...(facts.hasMaxSlotWalKeepSize ? { max_slot_wal_keep_size: '4GB' } : {}),
    hot_standby: 'on',
    ...(facts.hasClusterName ? { cluster_name: name } : {}),
    ...(facts.hasScram ? { password_encryption: 'scram-sha-256' } : {}),
    lc_messages: 'C',
  }
}

function newEntry(
  name: string,
  dataDir: string,
  installation: InstallationFacts,
  own: Pick<CatalogueEntry, 'port' | 'logFile' | 'passfile'>,
): CatalogueEntry {
  return {
    name,
    dataDir,
    binDir: installation.binDir,
    configFile: null,
    host: '127.0.0.1',
    user: superuser,
    ...own,
    upstream: null,
    slot: null,
    applicationName: null,
    replicationRole: defaultReplicationRole,
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
  }
}

/** The facts of the primary that the steps above will have made: running, ready for standbys, still empty. */
function predict(
  entry: CatalogueEntry,
  installation: InstallationFacts,
  port: number,
  settings: SettingChanges,
): InstanceFacts {
  const configFile = inDir(entry.dataDir, 'postgresql.conf')
  const values = Object.entries(settings).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  const { hbaAllowsLocalReplication, bestAuthMethod } = versionFacts(installation.major)
  const hba = hbaAllowsLocalReplication
    ? `host replication all 127.0.0.1/32 ${bestAuthMethod}\nhost replication all ::1/128 ${bestAuthMethod}\n`
    : ''
  return {
    entry,
    target: {
      name: entry.name,
      dataDir: entry.dataDir,
      binDir: entry.binDir,
      major: installation.major,
      port,
      host: entry.host,
      user: entry.user,
      passfile: entry.passfile,
      configFile,
      hbaFile: inDir(entry.dataDir, 'pg_hba.conf'),
      logFile: entry.logFile,
    },
    state: 'running',
    role: 'primary',
    version: installation.version,
    systemIdentifier: null,
    settings: Object.fromEntries(
      values.map(([name, value]) => [name, { value, file: configFile, source: 'file' as const }]),
    ),
    absoluteIncludes: [],
    hba,
    hbaRules: parseHba(hba, installation.major),
    filesReadable: true,
    knowsReplicationPassword: true,
    ownCommands: [],
    tablespaces: [],
    sizeBytes: null,
    freeBytes: null,
    portState: null,
    server: {
      inRecovery: false,
      superuser: true,
      settings: Object.fromEntries(
        values.map(([name, value]) => [name, { value, source: 'configuration file', context: 'postmaster' }]),
      ),
      roles: [{ name: defaultReplicationRole, replication: true, canLogin: true, connectionLimit: -1 }],
      slots: [],
      tablespaces: [],
      replication: [],
      clientConnections: 0,
      walSenders: 0,
      replayPaused: false,
    },
    unreachableBecause: null,
    foreignOwner: null,
    service: null,
  }
}
