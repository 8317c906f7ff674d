import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { EvidenceSource } from '../../../shared/model/evidence.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import type { ControlFile } from '../../postgres/facts/control-file.ts'
import type { PidFile } from '../../postgres/facts/pid-file.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import { pingServer } from '../../postgres/programs/ping-server.ts'
import { deduceRole, deduceState, type RecoveryFiles, type Sighting } from './deduce-state.ts'
import { nothingSeen, stamped, type Observable, type ObservedState } from './observed-state.ts'
import { observeUnreadable } from './observe-unreadable.ts'
import { parseConfBoolean } from '../../postgres/facts/conf/units.ts'
import { readFileSettings, readRecoveryConf } from './read-file-settings.ts'
import { readForeignOwner } from './read-foreign-owner.ts'
import { readControl, readLivePostmaster, readVersionFile } from './read-instance-files.ts'
import { configFileOf, defaultPort, parsePort } from './target.ts'

export interface ObserveOptions {
  /** Leaves the configuration files of a running server unread: `settings` is empty then. For polls. */
  readonly fast?: boolean
}

/**
 * Looks at an instance's files and process, in the order PG_VERSION, pg_control, postmaster.pid, process, port; asks no SQL.
 *
 * Takes a few milliseconds and never throws: what cannot be read is null, and `filesReadable` says so. `unreachable` is
 * found out by whoever asks the server then.
 */
export async function observeState(entry: Observable, options: ObserveOptions = {}): Promise<ObservedState> {
  const at = new Date().toISOString()
  const { dataDir } = entry
  const versionFile = path.join(dataDir, 'PG_VERSION')
  const [folder, version] = await Promise.all([
    stat(dataDir).catch((error: NodeJS.ErrnoException) => error),
    readVersionFile(dataDir),
  ])
  const foreignOwner = folder instanceof Error ? null : await readForeignOwner(folder.uid)
  const missing = folder instanceof Error ? isAbsent(folder) : version.kind === 'absent'
  if (missing) {
    const file = folder instanceof Error ? dataDir : versionFile
    return {
      ...nothingSeen,
      filesReadable: !(folder instanceof Error),
      foreignOwner,
      evidence: stamped(at, { state: [{ code: 'absent', params: { file } }] }),
    }
  }
  if (version.kind !== 'version') return observeUnreadable(entry, foreignOwner, at)
  const readable = { entry, major: version.major, at, fast: options.fast === true }
  return { ...(await observeReadable(readable)), version: version.text, foreignOwner, service: null }
}

const isAbsent = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOENT' || code === 'ENOTDIR'

interface Readable {
  readonly entry: Observable
  readonly major: Major
  readonly at: string
  readonly fast: boolean
}

async function observeReadable({
  entry,
  major,
  at,
  fast,
}: Readable): Promise<Omit<ObservedState, 'version' | 'foreignOwner' | 'service'>> {
  const { dataDir } = entry
  const { sighting, control, postmaster } = await sight(entry, major)
  const needsSettings = !fast || postmaster === null
  const { settings, absoluteIncludes }: Pick<ObservedState, 'settings' | 'absoluteIncludes'> = needsSettings
    ? readFileSettings(dataDir, configFileOf(entry), major)
    : nothingSeen
  const recovery = readRecoveryFiles(dataDir, major)
  const controlPath = path.join(dataDir, 'global', 'pg_control')
  const pidPath = path.join(dataDir, 'postmaster.pid')
  const configured = parsePort(settings['port']?.value)
  const fromControl: EvidenceSource =
    control === null
      ? { code: 'unreadable', params: { file: controlPath } }
      : { code: 'control', params: { file: controlPath, state: control.state } }
  const versionFile = fromFile(path.join(dataDir, 'PG_VERSION'))
  const portFile = postmaster === null ? settings['port']?.file : pidPath
  return {
    state: deduceState(sighting),
    role: deduceRole(sighting, recovery),
    pid: postmaster?.pid ?? null,
    port: postmaster?.port ?? configured ?? defaultPort,
    socketDir: postmaster?.socketDir ?? null,
    systemIdentifier: control?.systemIdentifier ?? null,
    timeline: control?.timeline ?? null,
    major,
    settings,
    absoluteIncludes,
    filesReadable: true,
    evidence: stamped(at, {
      state: sourcesOfState(pidPath, postmaster, fromControl),
      role: [recovery.file === null ? fromControl : fromFile(recovery.file)],
      pid: [processSource(pidPath, postmaster)],
      port: [portFile === undefined ? { code: 'default', params: {} } : fromFile(portFile)],
      systemIdentifier: [fromFile(controlPath)],
      timeline: [fromFile(controlPath)],
      version: [versionFile],
      major: [versionFile],
    }),
  }
}

const fromFile = (file: string): EvidenceSource => ({ code: 'file', params: { file } })

const processSource = (file: string, postmaster: PidFile | null): EvidenceSource =>
  postmaster === null
    ? { code: 'no-process', params: { file } }
    : { code: 'process', params: { file, pid: postmaster.pid } }

function sourcesOfState(
  file: string,
  postmaster: PidFile | null,
  fromControl: EvidenceSource,
): readonly EvidenceSource[] {
  if (postmaster === null || postmaster.status === null) return [processSource(file, postmaster), fromControl]
  const { pid, status } = postmaster
  return [{ code: 'process-status', params: { file, pid, status } }]
}

interface Seen {
  readonly sighting: Sighting
  readonly control: ControlFile | null
  readonly postmaster: PidFile | null
}

/**
 * The pid file is looked at before the control file: a server that stops writes its control file before it removes its
 * pid file, so it cannot seem crashed. One that starts in between can; the second look finds its pid file.
 */
async function sight(entry: Observable, major: Major): Promise<Seen> {
  const first = await sightOnce(entry, major)
  return deduceState(first.sighting) === 'crashed' ? sightOnce(entry, major) : first
}

async function sightOnce({ dataDir, host, user }: Observable, major: Major): Promise<Seen> {
  const postmaster = await readLivePostmaster(dataDir)
  const control = await readControl(dataDir)
  const mustAsk = postmaster !== null && !postmaster.singleUser && !versionFacts(major).hasPidFileStatus
  const answers = mustAsk ? (await pingServer({ host, user, port: postmaster.port })) === 'ready' : null
  const backupLabel = existsSync(path.join(dataDir, 'backup_label'))
  return {
    sighting: { major, control: control?.state ?? null, postmaster, answers, backupLabel },
    control,
    postmaster,
  }
}

/** `file`: the one that decides the role; null when there is none. */
function readRecoveryFiles(dataDir: string, major: Major): RecoveryFiles & { readonly file: string | null } {
  if (versionFacts(major).recoveryConfig === 'recovery.conf') {
    const file = path.join(dataDir, 'recovery.conf')
    const there = existsSync(file)
    const standbyMode = there
      ? parseConfBoolean(readRecoveryConf(dataDir)['standby_mode']?.value ?? '') === true
      : null
    return { standbySignal: false, recoverySignal: false, standbyMode, file: there ? file : null }
  }
  const [standby, recovery] = [path.join(dataDir, 'standby.signal'), path.join(dataDir, 'recovery.signal')]
  const [standbySignal, recoverySignal] = [existsSync(standby), existsSync(recovery)]
  const file = standbySignal ? standby : recoverySignal ? recovery : null
  return { standbySignal, recoverySignal, standbyMode: null, file }
}
