import { parseConf, getSetting } from '../../postgres/facts/conf/conf-file.ts'
import { findService } from '../../postgres/discovery/find-service.ts'
import { pingServer } from '../../postgres/programs/ping-server.ts'
import { nothingSeen, stamped, type Observable, type ObservedState } from './observed-state.ts'
import { readText } from './read-file-settings.ts'
import { configFileOf, defaultPort, parsePort } from './target.ts'

/**
 * An instance whose data directory this account may not look into (a service of another account owns it): known only by
 * whether its port answers. The port comes from its postgresql.conf where that lies outside and can be read, else it is the
 * one remembered, the one that its Windows service was set up with, or 5432.
 *
 * Who answers there is found out by asking it for its data_directory.
 */
export async function observeUnreadable(
  entry: Observable,
  foreignOwner: string | null,
  at: string,
): Promise<ObservedState> {
  const configFile = configFileOf(entry)
  const text = readText(configFile)
  const configured = text === undefined ? undefined : parsePort(getSetting(parseConf(text), 'port'))
  const service = (await findService(entry.dataDir)) ?? null
  const port = configured ?? entry.port ?? service?.port ?? defaultPort
  const answers = (await pingServer({ host: entry.host, port, user: entry.user })) !== 'no-answer'
  const server = `${entry.host}:${String(port)}`
  return {
    ...nothingSeen,
    state: answers ? 'running' : 'stopped',
    port,
    filesReadable: false,
    foreignOwner,
    service,
    evidence: stamped(at, {
      state: [
        { code: answers ? 'answers' : 'silent', params: { server } },
        { code: 'unreadable', params: { file: entry.dataDir } },
        ...(service === null ? [] : [{ code: 'service', params: { service: service.name } } as const]),
      ],
      port: [
        configured === undefined
          ? { code: entry.port ? 'catalogue' : 'default', params: {} }
          : { code: 'file', params: { file: configFile } },
      ],
    }),
  }
}
