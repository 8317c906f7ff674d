import { z } from 'zod'
import { instancePaths } from '../instances/instance-paths.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { checkHomePlace } from './check-home-place.ts'
import { checkNameFree, isRefusal, requireServer } from './checks.ts'
import { checkMajorAdoptable } from './choose-installation.ts'
import { defineOperation, type Planned, refuse, type Refusal } from './operation.ts'
import { nameParameter, pathParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { checkWindowsPlace, windowsPlaceNotices } from './windows-places.ts'
import type { CandidateFacts, InstanceFacts, World } from './world.ts'

/**
 * Takes an instance that exists into the catalogue, running or stopped, made by anyone. Nothing in it changes.
 *
 * A password, where one is needed, was put into the instance's passfile before. An instance that has this name and this
 * data directory already is only let in again: that is how a password is renewed.
 */
export const adopt = defineOperation({
  id: 'adopt',
  params: z.object({
    name: nameParameter,
    dataDir: pathParameter,
    /** Superuser; `postgres` unless said otherwise. */
    user: z.string().min(1).optional(),
    /** Folder of its server programs, where they are not found by its version. */
    binDir: pathParameter.optional(),
    /** postgresql.conf, where it lies elsewhere and is not found. */
    configFile: pathParameter.optional(),
  }),
  needs({ name, dataDir, user, binDir, configFile }, { home, entries }) {
    const superuser = user ?? entries[name]?.user
    return {
      instances: entries[name] ? [name] : [],
      paths: [home, dataDir],
      candidate: {
        name,
        dataDir,
        passfile: instancePaths(home, name).passfile,
        ...(superuser === undefined ? {} : { user: superuser }),
        ...(binDir === undefined ? {} : { binDir }),
        ...(configFile === undefined ? {} : { configFile }),
      },
    }
  },
  plan(params, world) {
    const { candidate } = world
    if (!candidate) throw new Error('the candidate was not looked at')
    const known = world.instances[params.name]
    if (known && isSameDirectory(known, candidate) && changesNothing(params, known))
      return renewAccess(params, known, candidate)
    const refusal =
      checkNameFree(world, params.name) ??
      checkCandidate(candidate, params.name) ??
      checkPlace(world, params) ??
      checkWindowsPlace(world, params.dataDir) ??
      checkPrograms(candidate, world)
    if (refusal) return refusal
    if (candidate.found !== 'data-directory') return refuse('not-a-cluster', { path: candidate.dataDir })
    const { instance, ownCommands } = candidate
    const upstream = upstreamOfOtherRole(instance, world)
    const entry = {
      ...instance.entry,
      port: instance.target.port,
      trusted: instance.state === 'running' || ownCommands.length === 0,
    }
    return planFor('adopt', params, instance, {
      assumes: [{ kind: 'name-free', name: params.name }],
      notices: [
        ...windowsPlaceNotices(world, params.dataDir),
        ...ownCommands.map(({ setting, value }) => ({
          key: 'notices.own-command' as const,
          params: { name: params.name, setting, value },
        })),
      ],
      drafts: [
        registerInstance(entry),
        ...candidate.standbys.flatMap((name) => {
          const standby = world.instances[name]
          return standby ? [registerInstance({ ...standby.entry, upstream: params.name })] : []
        }),
        ...upstream.map((known) =>
          registerInstance({ ...known.entry, replicationRole: entry.replicationRole }),
        ),
      ],
      others: [...candidate.standbys.flatMap((name) => world.instances[name] ?? []), ...upstream],
    })
  },
})

/** An upstream that was adopted before, when none of its standbys was known to say as whom they connect. */
function upstreamOfOtherRole({ entry, role }: InstanceFacts, { instances }: World): InstanceFacts[] {
  const upstream = role === 'standby' && entry.upstream !== null ? instances[entry.upstream] : undefined
  const isOpen = upstream?.entry.origin === 'adopted' && !upstream.knowsReplicationPassword
  return isOpen && upstream.entry.replicationRole !== entry.replicationRole ? [upstream] : []
}

const isSameDirectory = ({ entry }: InstanceFacts, candidate: CandidateFacts): boolean =>
  candidate.dataDir === entry.dataDir ||
  (candidate.found === 'data-directory' && candidate.alreadyNamed === entry.name)

/** What is said anew of an instance that is known is no renewal: nobody would see that it is not heeded. */
const changesNothing = (
  { user, binDir, configFile }: Partial<Record<'user' | 'binDir' | 'configFile', string | undefined>>,
  { entry }: InstanceFacts,
): boolean =>
  (user ?? entry.user) === entry.user &&
  (binDir ?? entry.binDir) === entry.binDir &&
  (configFile ?? entry.configFile) === entry.configFile

/** Nothing to do where it lets us in; an instance that was adopted without a passfile is given the one it needs now. */
function renewAccess(params: unknown, known: InstanceFacts, candidate: CandidateFacts): Planned {
  const { entry, unreachableBecause } = known
  const found = requireServer(known)
  if (!isRefusal(found)) return planFor('adopt', params, known, { drafts: [] })
  if (candidate.found === 'data-directory' && candidate.instance.server !== null) {
    const { passfile, host } = candidate.instance.entry
    if (passfile !== null && passfile !== entry.passfile)
      return planFor('adopt', params, known, { drafts: [registerInstance({ ...entry, passfile, host })] })
  }
  const needed = { name: entry.name, user: entry.user }
  if (unreachableBecause === 'password-missing') return refuse('password-needed', needed)
  return { ...found, params: { ...found.params, user: entry.user } }
}

/** A cluster in another one, or in a folder that is kept for something else, would be deleted or copied along with that. */
function checkPlace(
  world: World,
  { name, dataDir }: { readonly name: string; readonly dataDir: string },
): Refusal | null {
  const outer = world.paths[dataDir]?.insideDataDirectory ?? null
  return outer === null
    ? checkHomePlace(world, name, dataDir)
    : refuse('inside-data-directory', { path: dataDir, outer })
}

/** Server programs of another major refuse the data, one way or the other. */
function checkPrograms(candidate: CandidateFacts, { installations }: World): Refusal | null {
  if (candidate.found !== 'data-directory') return null
  const { entry, target } = candidate.instance
  const found = installations.find(({ binDir }) => binDir === entry.binDir)
  return found === undefined || found.major === target.major
    ? null
    : refuse('installation-of-other-major', { path: entry.binDir, found: found.major, major: target.major })
}

function checkCandidate(candidate: CandidateFacts, name: string): Refusal | null {
  const path = candidate.dataDir
  switch (candidate.found) {
    case 'nothing':
      return refuse('path-absent', { path })
    case 'not-a-data-directory':
      return refuse('not-a-cluster', { path })
    case 'unreadable':
      return candidate.owner === null
        ? refuse('path-unreadable', { path })
        : refuse('foreign-owner', { name, path, owner: candidate.owner })
    case 'unknown-version':
      return refuse('unknown-major', { major: '?' })
    case 'data-directory':
      break
  }
  const { instance, alreadyNamed, access } = candidate
  if (alreadyNamed !== null) return refuse('data-directory-of-instance', { path, name: alreadyNamed })
  // Before whose files they are: a server of another account that lets us in needs no more than that.
  if (access === 'password-needed')
    return refuse('password-needed', { name: instance.entry.name, user: instance.entry.user })
  if (instance.foreignOwner !== null && !instance.server) {
    return refuse('foreign-owner', { name: instance.entry.name, path, owner: instance.foreignOwner })
  }
  if (instance.entry.binDir === '') return refuse('major-not-installed', { major: instance.target.major })
  if (access === 'refused') {
    return refuse('instance-unreachable', {
      name: instance.entry.name,
      reason: instance.unreachableBecause ?? 'no-answer',
    })
  }
  return checkMajorAdoptable(instance.target.major)
}
