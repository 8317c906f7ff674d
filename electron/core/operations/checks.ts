import { clashingName, slotNameFor } from '../../../shared/model/instance-name.ts'
import { pathProblemForPgCtl } from '../../postgres/facts/refuse-paths.ts'
import { checkHomePlace } from './check-home-place.ts'
import { refuse, type Refusal } from './operation.ts'
import { checkWindowsHome, checkWindowsPlace } from './windows-places.ts'
import type { InstanceFacts, World } from './world.ts'

export const isRefusal = (value: object): value is Refusal => 'kind' in value && value.kind === 'refused'

/** An instance of the catalogue that no unfinished job holds. */
export function requireInstance(world: World, name: string): InstanceFacts | Refusal {
  const facts = world.instances[name]
  if (!facts) return refuse('unknown-instance', { name })
  return checkNoOpenJob(world, name) ?? facts
}

/**
 * An instance of the catalogue that no job works on right now. An unfinished one is no obstacle to starting and
 * stopping: what its undo waits for may be this very server.
 */
export function requireIdleInstance(world: World, name: string): InstanceFacts | Refusal {
  const facts = world.instances[name]
  if (!facts) return refuse('unknown-instance', { name })
  const running = world.openJobs.filter((job) => job.running)
  return checkNoOpenJob({ ...world, openJobs: running }, name) ?? facts
}

/** A name is held by a job until that is finished, resumed or undone. */
export function checkNoOpenJob(world: World, name: string): Refusal | null {
  const job = world.openJobs.find(({ instances }) => instances.includes(name))
  if (!job) return null
  const params = { name, job: job.id, operation: job.operation }
  if (job.running) return refuse('instance-busy', params)
  if (job.damaged !== null) return refuse('journal-damaged', { ...params, path: job.damaged })
  if (job.canResume === job.canUndo) return refuse('job-unfinished', params)
  return refuse(job.canUndo ? 'job-to-be-undone' : 'job-to-be-resumed', params)
}

/** Free for a new instance, and with a slot name that no other name gives. */
export function checkNameFree(world: World, name: string): Refusal | null {
  if (world.instances[name]) return refuse('name-taken', { name })
  const twin = clashingName(name, Object.keys(world.instances))
  if (twin !== null) return refuse('name-gives-same-slot', { name, other: twin, slot: slotNameFor(name) })
  return checkNoOpenJob(world, name)
}

/** What a new data directory is for. */
interface NewDataDir {
  readonly name: string
  readonly path: string
  readonly neededBytes: number
}

/**
 * A directory that a new data directory can be made at: absent or empty, writable, in no other data directory and in no
 * folder that the program keeps for something else.
 */
export function checkNewDataDir(world: World, { name, path, neededBytes }: NewDataDir): Refusal | null {
  const problem = pathProblemForPgCtl(path, world.platform)
  if (problem) return refuse('path-not-safe', problem.params)
  const unusable = checkWindowsPlace(world, path) ?? checkWindowsHome(world)
  if (unusable) return unusable
  const facts = world.paths[path]
  if (!facts) throw new Error(`${path} was not looked at`)
  const owner = Object.values(world.instances).find(
    ({ entry }) => entry.dataDir === path || entry.dataDir === facts.realPath,
  )
  if (owner) return refuse('data-directory-of-instance', { path, name: owner.entry.name })
  const kept = checkHomePlace(world, name, path)
  if (kept) return kept
  if (facts.pgVersion !== null) return refuse('data-directory-is-cluster', { path, major: facts.pgVersion })
  if (facts.kind === 'file') return refuse('path-is-file', { path })
  if (facts.kind === 'directory') return refuse('data-directory-not-empty', { path })
  if (facts.insideDataDirectory)
    return refuse('inside-data-directory', { path, outer: facts.insideDataDirectory })
  if (facts.readOnlyFileSystem) return refuse('read-only-disk', { path })
  if (facts.kind === 'unreadable' || !facts.parentWritable) return refuse('path-not-writable', { path })
  return checkFreeBytes(path, facts.freeBytes, neededBytes)
}

/** Room for what is to be written; unknown free space is no reason to refuse. */
export function checkFreeBytes(path: string, free: number | null, needed: number): Refusal | null {
  if (free === null || free >= needed) return null
  return refuse('disk-too-full', { path, needed: megabytes(needed), free: megabytes(free) })
}

/** A folder of ours that must not be there yet, such as `<dir>.partial`. */
export function checkAbsent(world: World, path: string): Refusal | null {
  const facts = world.paths[path]
  if (!facts) throw new Error(`${path} was not looked at`)
  return facts.kind === 'absent' ? null : refuse('leftover-in-the-way', { path })
}

/** The port asked for, or the first free one; each one claimed by an instance or taken by a program is refused by name. */
export function choosePort(
  world: World,
  wanted: number | undefined,
  except: readonly number[] = [],
): { readonly port: number } | Refusal {
  if (wanted === undefined) {
    const port = world.freePorts.find((free) => !except.includes(free))
    return port === undefined ? refuse('no-free-port') : { port }
  }
  if (except.includes(wanted)) return refuse('port-asked-twice', { port: wanted })
  const state = world.ports[wanted]
  if (!state) throw new Error(`port ${wanted} was not looked at`)
  const owner = Object.values(world.instances).find(({ target }) => target.port === wanted)
  if (owner) return refuse('port-claimed', { port: wanted, name: owner.entry.name })
  if (state.state === 'taken') {
    return state.holder
      ? refuse('port-taken', { port: wanted, holder: state.holder })
      : refuse('port-in-use', { port: wanted })
  }
  if (state.state === 'reserved')
    return state.range === undefined
      ? refuse('port-reserved', { port: wanted })
      : refuse('port-in-excluded-range', { port: wanted, range: state.range })
  return { port: wanted }
}

/** A server process is there that a reload reaches, also where nobody may log in. */
export const isUp = ({ state }: InstanceFacts): boolean => state === 'running' || state === 'unreachable'

/** Nobody else is at the port of an instance that does not run. */
export function checkOwnPort({ target: { name, port }, portState }: InstanceFacts): Refusal | null {
  if (portState?.state === 'taken') {
    return portState.holder
      ? refuse('own-port-taken', { name, port, holder: portState.holder })
      : refuse('own-port-in-use', { name, port })
  }
  if (portState?.state !== 'reserved') return null
  return portState.range === undefined
    ? refuse('own-port-reserved', { name, port })
    : refuse('own-port-in-excluded-range', { name, port, range: portState.range })
}

/** Files of another account cannot be used; the line that helps is part of the sentence. */
export function checkOwner({ entry, foreignOwner }: InstanceFacts): Refusal | null {
  return foreignOwner === null
    ? null
    : refuse('foreign-owner', { name: entry.name, path: entry.dataDir, owner: foreignOwner })
}

/** As `checkOwner`, for what the server itself does where its files are closed to us and it answers as its superuser. */
export const checkOwnerOrServer = (instance: InstanceFacts): Refusal | null =>
  !instance.filesReadable && instance.server?.superuser === true ? null : checkOwner(instance)

/** A running server that answers; else why it cannot be asked. */
export function requireServer(
  instance: InstanceFacts,
): { readonly server: NonNullable<InstanceFacts['server']> } | Refusal {
  const { name } = instance.entry
  if (instance.server) return { server: instance.server }
  if (instance.state === 'unreachable' || instance.state === 'running') {
    return refuse('instance-unreachable', { name, reason: instance.unreachableBecause ?? 'no-answer' })
  }
  return refuse(instance.state === 'missing' ? 'data-directory-missing' : 'instance-not-running', {
    name,
    state: instance.state,
    path: instance.entry.dataDir,
  })
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`
