import type { Text } from '../../../../shared/i18n/text.ts'
import { formatConninfo } from '../../../postgres/facts/conninfo.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import type { SettingChanges } from '../../plan/steps/configuration.ts'
import { configure, copyConfiguration, standbyFile } from '../../plan/steps/configuration.ts'
import type { StepDraft } from '../../plan/steps/step.ts'
import { autoConfOf, forwardSlashes, inDir } from '../files.ts'
import type { Refusal } from '../operation.ts'
import type { InstanceFacts, InstallationFacts } from '../world.ts'
import { checkSharedIncludes, isShared, sharedIncludes } from './shared-includes.ts'

/** What makes a copy of its source a standby of its own. */
export interface StandbyIdentity {
  readonly name: string
  readonly port: number
  readonly passfile: string
  readonly applicationName: string
  readonly slot: string | null
  /** recovery_min_apply_delay; null for none. */
  readonly delay: string | null
  /** The user's own settings; they win over ours. */
  readonly settings: Readonly<Record<string, string>>
  /** postgresql.conf where it stays outside of the copy (an adopted standby made again); null: in the copy. */
  readonly outsideFile: string | null
  /** Whose files the copy will have: the source's, or the standby's own when it is made again. */
  readonly base: Pick<InstanceFacts, 'settings' | 'target' | 'absoluteIncludes'>
  /** Up to 11, parameters of recovery.conf besides ours. */
  readonly recovery: Readonly<Record<string, string>>
}

export interface StandbyConfiguration {
  readonly drafts: readonly StepDraft[]
  readonly notices: readonly Text[]
}

/** Settings that name files or folders of one server and would be wrong, or shared, in a copy of it. */
const ownPlaces = ['data_directory', 'hba_file', 'ident_file', 'external_pid_file']

/** What a standby that is copied has for itself: its slot is on another server, and its delay was not asked for here. */
const ownOfStandby = ['promote_trigger_file', 'primary_slot_name', 'recovery_min_apply_delay']

/**
 * The steps that turn a finished copy in `partialDir` into a standby: configuration files that lie elsewhere, the standby
 * file, then settings in postgresql.conf, with everything that postgresql.auto.conf would override taken out of it.
 *
 * Refused where a file that both would read sets what the standby must have otherwise.
 */
export function configureStandby(
  source: InstanceFacts,
  identity: StandbyIdentity,
  partialDir: string,
  installation: InstallationFacts,
): StandbyConfiguration | Refusal {
  const { name } = identity
  const { major } = source.target
  const facts = versionFacts(major)
  const recovery = { ...identity.recovery, ...recoverySettings(source, identity) }
  const withSignal = facts.recoveryConfig === 'signal-file'
  const { settings, archiveOff } = serverSettings(source, identity)
  const all: SettingChanges = { ...settings, ...(withSignal ? recovery : {}), ...identity.settings }
  const copiesSource = identity.base.target === source.target
  const refusal = copiesSource ? checkSharedIncludes(source, all) : null
  if (refusal) return refusal
  const file = identity.outsideFile ?? inDir(partialDir, 'postgresql.conf')
  const inCopy = identity.outsideFile === null
  // Of files that cannot be read yet, anything may stand in the copy's: ours is taken out of postgresql.auto.conf anyhow.
  const fromAuto = Object.keys(all).filter(
    (setting) => !source.filesReadable || source.settings[setting]?.source === 'auto',
  )
  return {
    notices: [
      ...(archiveOff ? [{ key: 'notices.archive-off-on-standby' as const, params: { name } }] : []),
      ...(copiesSource ? sharedIncludes(source, name) : []),
    ],
    drafts: [
      ...(copiesSource ? outsideConfiguration(source, name, partialDir) : []),
      withSignal
        ? standbyFile(name, inDir(partialDir, 'standby.signal'))
        : standbyFile(name, inDir(partialDir, 'recovery.conf'), {
            sample: inDir(installation.shareDir ?? '', 'recovery.conf.sample'),
            settings: recovery,
          }),
      configure(name, { via: 'file', file, settings: all, live: false, inCopy }),
      ...takenFromIncluded(identity, Object.keys(all), partialDir),
      ...(fromAuto.length === 0
        ? []
        : [
            configure(name, {
              via: 'file',
              file: autoConfOf(partialDir),
              settings: Object.fromEntries(fromAuto.map((setting) => [setting, null])),
              live: false,
              inCopy: true,
            }),
          ]),
    ],
  }
}

/** What an included file says after postgresql.conf would win over ours: taken out of the copies of such files. */
function takenFromIncluded(
  { name, outsideFile, base }: StandbyIdentity,
  ours: readonly string[],
  partialDir: string,
): StepDraft[] {
  const { settings, target } = base
  const folder = inDir(target.configFile, '..')
  const files = new Map<string, string[]>()
  for (const setting of ours) {
    const found = settings[setting]
    if (found?.source !== 'file' || found.file === target.configFile) continue
    if (!found.file.startsWith(inDir(folder, '/'))) continue
    if (outsideFile === null && isShared(base, found.file)) continue
    files.set(found.file, [...(files.get(found.file) ?? []), setting])
  }
  return [...files].map(([file, taken]) =>
    configure(name, {
      via: 'file',
      file: outsideFile === null ? inDir(partialDir, file.slice(folder.length)) : file,
      settings: Object.fromEntries(taken.map((setting) => [setting, null])),
      live: false,
      inCopy: outsideFile === null,
    }),
  )
}

/** What is written to recovery.conf, or from 12 to postgresql.conf: the conninfo names a passfile, never a password. */
function recoverySettings(source: InstanceFacts, identity: StandbyIdentity): Record<string, string> {
  const facts = versionFacts(source.target.major)
  return {
    ...(facts.needsStandbyMode ? { standby_mode: 'on' } : {}),
    primary_conninfo: formatConninfo({
      host: replicationHost(source),
      port: String(source.target.port),
      user: source.entry.replicationRole,
      passfile: forwardSlashes(identity.passfile),
      application_name: identity.applicationName,
      keepalives_idle: '60',
    }),
    ...(identity.slot !== null && facts.hasPrimarySlotName ? { primary_slot_name: identity.slot } : {}),
    recovery_target_timeline: 'latest',
    ...(identity.delay !== null ? { recovery_min_apply_delay: identity.delay } : {}),
  }
}

/** What must differ from the source in postgresql.conf (facts, F9). A setting of null is taken out. */
function serverSettings(
  source: InstanceFacts,
  identity: StandbyIdentity,
): { settings: Record<string, string | null>; archiveOff: boolean } {
  const facts = versionFacts(source.target.major)
  const set = (name: string): boolean => source.settings[name] !== undefined || !source.filesReadable
  const archiveMode = source.server?.settings['archive_mode']?.value ?? 'off'
  const places = identity.base.target === source.target ? [...ownPlaces, ...ownOfStandby] : ownPlaces
  const taken = places.filter((name) => {
    const found = identity.base.settings[name]
    const mayBeSet = found === undefined ? !source.filesReadable : found.source !== 'recovery'
    return identity.outsideFile === null && mayBeSet
  })
  return {
    archiveOff: archiveMode !== 'off',
    settings: {
      ...Object.fromEntries(taken.map((name) => [name, null])),
      listen_addresses: '127.0.0.1',
      port: String(identity.port),
      hot_standby: 'on',
      ...(facts.hasClusterName ? { cluster_name: identity.name } : {}),
      ...(set('synchronous_standby_names') ? { synchronous_standby_names: '' } : {}),
      ...(archiveMode === 'off' ? {} : { archive_mode: 'off' }),
      ...minimums(source, identity.base.settings, facts.standbyMinimums),
    },
  }
}

/** Wherever the files of the copy say less than the source runs with, its value is written out (facts, A6). */
function minimums(
  source: InstanceFacts,
  base: InstanceFacts['settings'],
  names: readonly string[],
): Record<string, string> {
  const tooLow = names.flatMap((name) => {
    const running = source.server?.settings[name]
    if (!running || running.source === 'default') return []
    const inFile = base[name]?.value
    return inFile === undefined || Number(inFile) < Number(running.value)
      ? [[name, running.value] as const]
      : []
  })
  return Object.fromEntries(tooLow)
}

/** Debian keeps configuration outside the data directory: it is copied in, so that the standby stands by itself. */
function outsideConfiguration(source: InstanceFacts, name: string, partialDir: string): StepDraft[] {
  if (source.entry.configFile === null) return []
  const { configFile, hbaFile } = source.target
  const included = Object.values(source.settings).flatMap(({ file, source: kind }) =>
    kind === 'file' ? [file] : [],
  )
  return [
    copyConfiguration(name, {
      configFile,
      hbaFile,
      identFile: source.settings['ident_file']?.value ?? inDir(configFile, '..', 'pg_ident.conf'),
      included: [...new Set(included)].filter((file) => file !== configFile),
      dir: partialDir,
    }),
  ]
}

/** An address the source listens on: 127.0.0.1 wherever it can be, since `localhost` may mean ::1 first. */
function replicationHost(source: InstanceFacts): string {
  const addresses = (source.server?.settings['listen_addresses']?.value ?? '127.0.0.1')
    .split(',')
    .map((one) => one.trim())
  if (addresses.some((one) => ['*', '0.0.0.0', '127.0.0.1', 'localhost'].includes(one))) return '127.0.0.1'
  if (addresses.some((one) => one === '::' || one === '::1')) return '::1'
  return addresses.find((one) => one !== '') ?? source.target.host
}
