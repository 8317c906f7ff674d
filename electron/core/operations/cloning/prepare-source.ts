import type { Text } from '../../../../shared/i18n/text.ts'
import { matchHba } from '../../../postgres/facts/hba.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import type { Confirmation } from '../../plan/plan.ts'
import { instancePaths } from '../../instances/instance-paths.ts'
import { registerInstance } from '../../plan/steps/catalogue.ts'
import { addHbaRules } from '../../plan/steps/configuration.ts'
import { replicationRole, writePassfile } from '../../plan/steps/credentials.ts'
import { reloadServer } from '../../plan/steps/servers.ts'
import type { StepDraft } from '../../plan/steps/step.ts'
import { changeSettings } from '../change-settings.ts'
import { checkMinimums } from '../check-minimums.ts'
import { isRefusal } from '../checks.ts'
import { cutsConnections, touchesForeignFiles } from '../confirmations.ts'
import { defaultReplicationRole } from '../create.ts'
import { loopbackRules } from '../loopback-rules.ts'
import { refuse, type Refusal } from '../operation.ts'
import { restartSteps } from '../service-control.ts'
import type { InstanceFacts, ServerFacts, World } from '../world.ts'

export interface Preparation {
  readonly drafts: readonly StepDraft[]
  readonly confirmations: readonly Confirmation[]
  readonly notices: readonly Text[]
  /** Holds the password of the replication role from then on. */
  readonly passfile: string
  /** The primary of a source that is a standby, where steps are about it. */
  readonly others: readonly InstanceFacts[]
}

export interface Wanted {
  readonly slot: boolean
  /** Connections that the base backup itself takes: pg_basebackup with streamed WAL takes two. */
  readonly backupSenders: number
}

/**
 * What a server lacks to feed one more standby, as steps: wal_level, senders, slots, the role, a pg_hba.conf rule.
 *
 * A restart is needed at most once, and named with the connections it cuts.
 */
export function prepareSource(
  source: InstanceFacts,
  server: ServerFacts,
  world: World,
  wanted: Wanted,
): Preparation | Refusal {
  const { name } = source.entry
  const needed = neededSettings(source, server, wanted)
  const tooEarly = checkMinimums(source, needed, world)
  if (tooEarly) return tooEarly
  const settings = changeSettings(source, needed)
  if (isRefusal(settings)) return settings
  const role = roleSteps(source, server, world)
  if (isRefusal(role)) return role
  const hba = hbaSteps(source)
  const restart = settings.restart.length > 0
  const apply = restart ? restartSteps(source) : hba.length > 0 || settings.reload ? [reloadServer(name)] : []
  if (isRefusal(apply)) return apply
  const drafts = [...settings.drafts, ...hba, ...apply, ...role]
  const primary = source.role === 'standby' ? primaryOf(source, world) : undefined
  const changesFiles = settings.drafts.length + hba.length > 0
  return {
    drafts,
    notices: settings.notices,
    passfile: passfileOf(source, world),
    others: primary && role.some(({ instance }) => instance === primary.entry.name) ? [primary] : [],
    confirmations: [
      ...(restart ? cutsConnections(source, server.clientConnections) : []),
      ...(changesFiles ? touchesForeignFiles(source) : []),
    ],
  }
}

/** Only what is too low is changed, and only as far as this standby needs it. */
function neededSettings(source: InstanceFacts, server: ServerFacts, wanted: Wanted): Record<string, string> {
  const facts = versionFacts(source.target.major)
  const number = (name: string, fallback: number): number => Number(server.settings[name]?.value ?? fallback)
  const walLevel = server.settings['wal_level']?.value ?? facts.defaultWalLevel
  const senders = server.walSenders + wanted.backupSenders + 1
  const slots = server.slots.length + 1
  const changes: Record<string, string> = {}
  if (!feedsStandbys(walLevel, source.target.major)) changes['wal_level'] = facts.standbyWalLevel
  if (number('max_wal_senders', facts.defaultMaxWalSenders) < senders)
    changes['max_wal_senders'] = String(Math.max(10, senders))
  if (wanted.slot && number('max_replication_slots', facts.defaultMaxReplicationSlots ?? 0) < slots) {
    changes['max_replication_slots'] = String(Math.max(10, slots))
  }
  return changes
}

/** `hot_standby` is how 9.6 and later may still spell `replica`. */
function feedsStandbys(walLevel: string, major: number): boolean {
  const { walLevels, standbyWalLevel } = versionFacts(major)
  const spelled = walLevel === 'hot_standby' ? standbyWalLevel : walLevel
  return walLevels.indexOf(spelled) >= walLevels.indexOf(standbyWalLevel)
}

/**
 * The source as a clone goes on from it: with a replication role whose password is known here, its own or its primary's.
 * Where there is none, one of our own, under a name that no role has: another password for a role that stands would cut
 * off whoever connects as it.
 */
export function withOwnRole(source: InstanceFacts, world: World): InstanceFacts {
  if (source.knowsReplicationPassword) return source
  const primary = primaryOf(source, world)
  const replicationRole =
    primary?.knowsReplicationPassword === true
      ? primary.entry.replicationRole
      : freeRoleName([source.server, primary?.server ?? null])
  return { ...source, entry: { ...source.entry, replicationRole } }
}

/** A standby may not have replayed yet what roles its primary has. */
function freeRoleName(servers: readonly (ServerFacts | null)[]): string {
  const taken = new Set(servers.flatMap((server) => server?.roles.map(({ name }) => name) ?? []))
  let name = defaultReplicationRole
  for (let number = 1; taken.has(name); number += 1)
    name = `${defaultReplicationRole}_pgtandem${number === 1 ? '' : `_${number}`}`
  return name
}

/**
 * A role can only be made on a primary; a standby has what its primary has. A password is set only for a role that is
 * made: one that stands, and whose password is known, is at most allowed what it lacks.
 */
function roleSteps(source: InstanceFacts, server: ServerFacts, world: World): StepDraft[] | Refusal {
  const { knowsReplicationPassword: isKnown } = source
  const { replicationRole: role, name } = source.entry
  if (isKnown && isReady(server, role)) return []
  const primary = primaryOf(source, world)
  if (!primary?.server) return refuse('role-needs-primary', { name, role })
  const existing = primary.server.roles.find((one) => one.name === role)
  const [passfile, ownPassfile] = [passfileOf(primary, world), passfileOf(source, world)]
  const primaryKnows = primary.knowsReplicationPassword && primary.entry.replicationRole === role
  return [
    ...(primaryKnows
      ? []
      : [writePassfile(primary.entry.name, passfile, [role], isKnown ? ownPassfile : null)]),
    ...(isReady(primary.server, role)
      ? []
      : [
          replicationRole(primary.entry.name, {
            role,
            connectionLimit: existing?.connectionLimit ?? -1,
            passfile,
            setPassword: existing === undefined,
          }),
        ]),
    ...(primary === source || isKnown ? [] : [writePassfile(name, ownPassfile, [role], passfile)]),
    ...[...new Set([primary, source])].flatMap(({ entry }) => {
      const known = world.instances[entry.name]?.entry
      return entry.passfile === null || (known && known.replicationRole !== role)
        ? [registerInstance({ ...entry, replicationRole: role, passfile: passfileOf({ entry }, world) })]
        : []
    }),
  ]
}

const isReady = ({ roles }: ServerFacts, role: string): boolean =>
  roles.some(({ name, replication, canLogin }) => name === role && replication && canLogin)

/** An adopted instance that needs no password (trust, peer) has no passfile until its replication role has one. */
const passfileOf = ({ entry }: Pick<InstanceFacts, 'entry'>, world: World): string =>
  entry.passfile ?? instancePaths(world.home, entry.name).passfile

/** Up the cascade to the instance that is not in recovery; undefined where it leaves the catalogue. */
export function primaryOf(instance: InstanceFacts, world: World): InstanceFacts | undefined {
  let current: InstanceFacts | undefined = instance
  const seen = new Set<string>()
  while (current && current.role === 'standby' && !seen.has(current.entry.name)) {
    seen.add(current.entry.name)
    current = current.entry.upstream === null ? undefined : world.instances[current.entry.upstream]
  }
  return current?.role === 'primary' ? current : undefined
}

const passwordMethods = new Set(['scram-sha-256', 'md5', 'trust', 'password'])

function hbaSteps(source: InstanceFacts): StepDraft[] {
  const { entry, hbaRules, target } = source
  if (hbaRules === null) return []
  const { bestAuthMethod } = versionFacts(target.major)
  const match = matchHba(hbaRules, {
    type: 'host',
    database: null,
    user: entry.replicationRole,
    address: '127.0.0.1',
  })
  if (match && !match.uncertain && passwordMethods.has(match.rule.method)) return []
  const rules = loopbackRules(entry.replicationRole, bestAuthMethod)
  return [addHbaRules(entry.name, { file: target.hbaFile, rules, live: true })]
}
