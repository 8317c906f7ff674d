import { parseConninfo } from '../../../electron/postgres/facts/conninfo.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * True when nothing is on its way between the servers of a snapshot: every standby whose upstream runs streams from it, and
 * nobody else does. Up to 11 a standby's upstream is no setting: then it is enough that every walsender streams.
 */
export function isAtRest(snapshot: Snapshot): boolean {
  const servers = Object.keys(snapshot).flatMap((key) => {
    const [, name] = /^process (.*)$/.exec(key) ?? []
    return name === undefined ? [] : [describeServer(snapshot, name)]
  })
  const isKnown = servers.every(({ inRecovery, upstreamPort }) => !inRecovery || upstreamPort !== undefined)
  return servers.every(({ port, walsenders }) => {
    const standbys = servers.filter(({ upstreamPort }) => upstreamPort === port)
    return (
      walsenders.every((row) => row.includes('"state":"streaming"')) &&
      (!isKnown || walsenders.length === standbys.length)
    )
  })
}

function describeServer(snapshot: Snapshot, name: string) {
  const setting = (key: string): string | undefined => {
    const row = snapshot[`${name}: setting ${key}`]
    return row === undefined ? undefined : (JSON.parse(row) as { readonly setting: string }).setting
  }
  const inRecovery = snapshot[`${name}: in recovery`]?.includes('true') === true
  const conninfo = parseConninfo(setting('primary_conninfo') ?? '')
  return {
    port: setting('port'),
    inRecovery,
    upstreamPort: inRecovery && conninfo.kind !== 'invalid' ? conninfo.params['port'] : undefined,
    walsenders: Object.entries(snapshot).flatMap(([key, row]) =>
      key.startsWith(`${name}: walsender`) ? [row] : [],
    ),
  }
}
