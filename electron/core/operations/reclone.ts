import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { copyConfiguration } from '../plan/steps/configuration.ts'
import { writePassfile } from '../plan/steps/credentials.ts'
import { createDirectory, moveDirectory, removeDataDirectory } from '../plan/steps/directories.ts'
import {
  baseBackup,
  completeCopy,
  createSlot,
  dropSlot,
  lookAfterStandby,
  waitFor,
} from '../plan/steps/replication.ts'
import { startServer, stopServer } from '../plan/steps/servers.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { checkNoSecrets } from './check-known-settings.ts'
import {
  checkAbsent,
  checkFreeBytes,
  checkOwner,
  checkOwnPort,
  isRefusal,
  requireInstance,
  requireServer,
} from './checks.ts'
import { cascadeAbove } from './clone.ts'
import { chooseCloneMethod } from './cloning/clone-method.ts'
import { installationOf, mapTablespaces, passfileUsers, spareBytes } from './cloning/draft-clone.ts'
import { keptSettings, ownRecoverySettings, ownSettings } from './cloning/kept-settings.ts'
import { prepareSource, withOwnRole } from './cloning/prepare-source.ts'
import { configureStandby } from './cloning/standby-configuration.ts'
import { cutsConnections, losesData, touchesForeignFiles } from './confirmations.ts'
import { tablespacesKept, tablespacesOutside } from './delete-data.ts'
import { asideDirOf, inDir, partialDirOf } from './files.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { leaveForAnother } from './leave-upstream.ts'
import { checkHoldsNoOther } from './other-in.ts'
import { asStandbyOf, checkOtherUpstream } from './other-upstream.ts'
import { nextTablespaceFolder, ownTablespaceFolders } from './own-tablespace-folders.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { checkCopyOfService } from './service-control.ts'
import type { InstanceFacts, ServerFacts, World } from './world.ts'

/**
 * Makes a broken standby's copy again: same name, port and settings. The old copy stands aside until the new one streams,
 * and comes back when anything fails. With `from` it becomes a standby of that instance, with a slot of its own there: a
 * standby whose primary was superseded, or that primary itself.
 */
export const reclone = defineOperation({
  id: 'reclone',
  params: z.object({ name: nameParameter, from: nameParameter.optional() }),
  needs: ({ name, from }, base) => {
    const entry = base.entries[name]
    const dataDir = entry?.dataDir ?? instancePaths(base.home, name).dataDir
    const above = cascadeAbove(name, base)
    const wanted = from === undefined ? [] : [from, ...cascadeAbove(from, base)]
    return {
      instances: [...new Set([name, ...wanted, ...above])],
      sizes: [...wanted, ...above].slice(0, 1),
      paths: [dataDir, partialDirOf(dataDir), asideDirOf(dataDir)],
    }
  },
  plan(params, world) {
    const standby = requireInstance(world, params.name)
    if (isRefusal(standby)) return standby
    const { state } = standby
    const from = params.from ?? standby.entry.upstream
    if (from === null) return refuse('no-upstream', { name: params.name })
    const upstream = requireInstance(world, from)
    if (isRefusal(upstream)) return upstream
    const source = withOwnRole(upstream, world)
    const answering = requireServer(source)
    if (isRefusal(answering)) return answering
    const moves = from !== standby.entry.upstream
    const leaving = moves ? leaveForAnother(standby, world) : null
    if (leaving !== null && isRefusal(leaving)) return leaving
    const passfile = standby.entry.passfile ?? instancePaths(world.home, params.name).passfile
    const { replicationRole } = source.entry
    const entry = {
      ...(moves ? asStandbyOf(source, standby.entry) : standby.entry),
      passfile,
      replicationRole,
    }
    const partialDir = partialDirOf(entry.dataDir)
    const asideDir = asideDirOf(entry.dataDir)
    const refusal =
      (moves ? checkOtherUpstream(standby, source, answering.server, world) : null) ??
      checkOwner(standby) ??
      checkCopyOfService(standby) ??
      checkHoldsNoOther(standby, world) ??
      checkOwnPort(standby) ??
      checkAbsent(world, partialDir) ??
      checkAbsent(world, asideDir) ??
      checkRoom(world, source, entry.dataDir) ??
      checkNoSecrets(keptSettings(standby))
    if (refusal) return refusal
    const method = chooseCloneMethod('auto', source, world)
    if (isRefusal(method)) return method
    const preparation = prepareSource(source, answering.server, world, {
      slot: entry.slot !== null,
      backupSenders: method.method === 'basebackup' ? 2 : 0,
    })
    if (isRefusal(preparation)) return preparation

    const below = standbysOf(entry.name, world)
    const fed = below.flatMap(({ entry: { slot } }) => (slot === null ? [] : [slot]))
    const running = below.filter(({ state }) => state === 'running')
    const isDown = state === 'stopped' || state === 'crashed' || state === 'missing'
    const isThere = state !== 'missing'
    const keepsFiles = isThere && standby.filesReadable
    const applicationName = entry.applicationName ?? entry.name
    const configuration = configureStandby(
      source,
      {
        name: entry.name,
        port: standby.target.port,
        passfile,
        applicationName,
        slot: entry.slot,
        delay: standby.settings['recovery_min_apply_delay']?.value ?? null,
        settings: ownSettings(standby),
        outsideFile: keepsFiles ? entry.configFile : null,
        base: keepsFiles ? standby : source,
        recovery: ownRecoverySettings(standby),
      },
      partialDir,
      installationOf(source, world),
    )
    if (isRefusal(configuration)) return configuration
    return planFor('reclone', params, standby, {
      others: [source, ...preparation.others, ...running, ...(leaving?.others ?? [])],
      notices: [
        ...preparation.notices,
        ...configuration.notices,
        ...leftBehind(entry.name, below),
        ...tablespacesStay(standby, world),
        ...(leaving?.notices ?? []),
      ],
      confirmations: [
        ...preparation.confirmations,
        ...(leaving?.confirmations ?? []),
        ...(isDown ? [] : cutsConnections(standby, standby.server?.clientConnections ?? 0)),
        ...(entry.configFile === null ? [] : touchesForeignFiles(standby)),
        ...(isThere &&
        (entry.origin === 'adopted' || standby.role === 'primary' || !isRelated(standby, source))
          ? [losesData(standby)]
          : []),
      ],
      assumes: [{ kind: 'path-absent', path: partialDir }],
      drafts: [
        ...preparation.drafts,
        ...(isDown ? [] : [stopServer(entry.name)]),
        createDirectory(entry.name, inDir(entry.logFile, '..')),
        writePassfile(entry.name, passfile, passfileUsers(source), preparation.passfile),
        ...freshSlot(answering.server, source.entry.name, entry.slot),
        baseBackup(entry.name, {
          source: source.entry.name,
          partialDir,
          method: method.method,
          programDir: method.programDir,
          slot: method.method === 'basebackup' ? entry.slot : null,
          tablespaces: mapTablespaces(answering.server, nextTablespaceFolder(standby, world)),
          expectedBytes: source.sizeBytes,
        }),
        ...(keepsFiles && entry.configFile === null ? [keepConfiguration(standby, partialDir)] : []),
        ...configuration.drafts,
        ...registerAnew(standby.entry, { ...entry, link: null }),
        ...(isThere ? [moveDirectory(entry.name, entry.dataDir, asideDir)] : []),
        completeCopy(entry.name, partialDir, entry.dataDir),
        startServer(entry.name),
        ...fed.map((slot) => createSlot(entry.name, slot)),
        waitFor(entry.name, {
          kind: 'streaming',
          upstream: source.entry.name,
          standby: entry.name,
          applicationName,
        }),
        ...running.map(({ entry: lower }) =>
          lookAfterStandby(entry.name, {
            kind: 'streaming',
            upstream: entry.name,
            standby: lower.name,
            applicationName: lower.applicationName ?? lower.name,
          }),
        ),
        // A dropped slot cannot be brought back: only now is there no way back.
        ...(leaving?.drafts ?? []),
        ...(isThere
          ? [
              removeDataDirectory(entry.name, asideDir, {
                systemIdentifier: standby.systemIdentifier,
                belongings: ownTablespaceFolders(standby, world),
                tablespaces: [],
              }),
            ]
          : []),
      ],
    })
  },
})

/** A copy of the same cluster, as far as can be told. */
const isRelated = (standby: InstanceFacts, source: InstanceFacts): boolean =>
  standby.systemIdentifier === null || standby.systemIdentifier === source.systemIdentifier

const standbysOf = (name: string, { instances }: World): InstanceFacts[] =>
  Object.values(instances).filter(({ entry }) => entry.upstream === name)

/** A base backup has no slots, and no WAL from before it: what lower standbys had not received by then is gone. */
const leftBehind = (name: string, below: readonly InstanceFacts[]): Text[] =>
  below.length === 0
    ? []
    : [
        {
          key: 'notices.standbys-may-lack-wal',
          params: { name, standbys: below.map(({ entry }) => entry.name).join(', ') },
        },
      ]

/** Only what PgTandem made goes with the old copy: in any other folder things of somebody else may lie. */
function tablespacesStay(standby: InstanceFacts, world: World): Text[] {
  const { entry, target } = standby
  const stay = tablespacesOutside(standby, [entry.dataDir, ...ownTablespaceFolders(standby, world)], world)
  return stay.length === 0 ? [] : [tablespacesKept(entry.name, target.major, stay)]
}

/** What the catalogue has of it from then on, where a new copy makes that anything new. */
function registerAnew(before: CatalogueEntry, entry: CatalogueEntry): StepDraft[] {
  const keys = ['upstream', 'link', 'replicationRole', 'passfile'] as const
  return keys.some((key) => before[key] !== entry[key]) ? [registerInstance(entry)] : []
}

/** The standby's own files win over the copied ones: its user may have tuned them. */
function keepConfiguration(standby: InstanceFacts, partialDir: string): StepDraft {
  const { entry, target, settings } = standby
  const included = Object.values(settings).flatMap(({ file, source }) => (source === 'file' ? [file] : []))
  return copyConfiguration(entry.name, {
    configFile: target.configFile,
    hbaFile: target.hbaFile,
    identFile: settings['ident_file']?.value ?? inDir(target.configFile, '..', 'pg_ident.conf'),
    included: [...new Set(included)].filter((file) => file !== target.configFile),
    dir: partialDir,
  })
}

/** A slot that is there goes on holding WAL for the new copy; one that is lost or missing is made again. */
function freshSlot(server: ServerFacts, source: string, slot: string | null): StepDraft[] {
  if (slot === null) return []
  const now = server.slots.find(({ name }) => name === slot)
  if (!now) return [createSlot(source, slot)]
  return now.walStatus === 'lost' ? [dropSlot(source, slot, true), createSlot(source, slot)] : []
}

function checkRoom(world: World, source: InstanceFacts, dataDir: string): Refusal | null {
  const free = world.paths[partialDirOf(dataDir)]?.freeBytes ?? null
  return checkFreeBytes(dataDir, free, (source.sizeBytes ?? 0) + spareBytes)
}
