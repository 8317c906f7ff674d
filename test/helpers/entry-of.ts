import type { CatalogueEntry } from '../../shared/model/catalogue-entry.ts'

/** An entry as `create` would write it, changed as a test wants. */
export const entryOf = (name: string, changes: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  name,
  dataDir: `/srv/${name}/data`,
  binDir: '/usr/lib/postgresql/15/bin',
  configFile: null,
  host: '127.0.0.1',
  port: null,
  user: 'postgres',
  passfile: null,
  logFile: `/srv/${name}/log/server.log`,
  upstream: null,
  slot: null,
  applicationName: null,
  replicationRole: 'replicator',
  origin: 'made',
  supersededBy: null,
  link: null,
  trusted: true,
  ...changes,
})
