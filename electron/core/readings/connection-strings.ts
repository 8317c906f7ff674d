import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ConnectionString, ConnectionStrings } from '../../../shared/model/readings.ts'
import { readPassword } from '../../postgres/credentials/passfile.ts'
import { dotnetText, jdbcText, type Login, nodeText, psqlText } from './connection-text.ts'
import { buildMultiHostUrl, buildUrl } from './urls.ts'

/** An instance with those that it replicates with. */
export interface ConnectedInstances {
  readonly target: InstanceTarget
  /** Its whole cascade, itself in it, each before its standbys; fewer than two: it stands alone. */
  readonly cluster: readonly InstanceTarget[]
}

const database = 'postgres'

/**
 * The ways to write down a connection to an instance as its superuser; for one of a pair also those that name all hosts
 * and let the client find the primary, or a standby. Throws `passfile-unreadable`.
 */
export async function readConnectionStrings(
  connected: ConnectedInstances,
  showPassword: boolean,
  platform: NodeJS.Platform = process.platform,
): Promise<ConnectionStrings> {
  const { user, host, port, passfile } = connected.target
  const password = await readPassword(passfile, { host, port, user, database })
  const login = { user, database, ...(showPassword && password !== null ? { password } : {}) }
  return { strings: buildConnectionStrings(connected, login, platform), hasPassword: password !== null }
}

/** The strings; a form that cannot name such a host (a socket directory) is left out. */
export function buildConnectionStrings(
  { target, cluster }: ConnectedInstances,
  login: Login,
  platform: NodeJS.Platform,
): readonly ConnectionString[] {
  const forms: readonly (readonly [ConnectionString['id'], string | null])[] = [
    ['psql', psqlText(target, login, { passfile: target.passfile, platform })],
    ['url', buildUrl({ ...login, host: target.host, port: target.port })],
    ['jdbc', jdbcText([target], login)],
    ['dotnet', dotnetText([target], login)],
    ['node', nodeText(target, login)],
    ...(cluster.length < 2 ? [] : multiHost(cluster, target.major, login)),
  ]
  return forms.flatMap(([id, text]) => (text === null ? [] : [{ id, text }]))
}

/**
 * For reading, standbys stand first: a libpq before 14, which knows no `prefer-standby`, takes the first host that
 * answers. Before 10 it takes one host only. The instance's version stands for that of the client's libpq.
 */
function multiHost(
  cluster: readonly InstanceTarget[],
  major: number,
  login: Login,
): readonly (readonly [ConnectionString['id'], string | null])[] {
  const [primary, ...standbys] = cluster
  const readers = primary === undefined ? standbys : [...standbys, primary]
  const url = (hosts: readonly InstanceTarget[], attrs: 'read-write' | 'prefer-standby' | 'any') =>
    major < 10
      ? null
      : buildMultiHostUrl({
          ...login,
          hosts: hosts.map(({ host, port }) => ({ host, port })),
          targetSessionAttrs: attrs,
        })
  return [
    ['multi-host-write', url(cluster, 'read-write')],
    ['multi-host-read', url(readers, major >= 14 ? 'prefer-standby' : 'any')],
    ['multi-host-jdbc-write', jdbcText(cluster, login, 'primary')],
    ['multi-host-jdbc-read', jdbcText(readers, login, 'preferSecondary')],
    ['multi-host-dotnet-write', dotnetText(cluster, login, 'primary')],
    ['multi-host-dotnet-read', dotnetText(readers, login, 'prefer-standby')],
  ]
}
