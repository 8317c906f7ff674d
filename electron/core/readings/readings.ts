import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type {
  ConfigReading,
  ConfigurationFile,
  ConfigurationFileName,
  ConnectionStrings,
  FoundServer,
  InstanceFacts,
  InstanceProcess,
  RecoveryReading,
  SqlAnswer,
} from '../../../shared/model/readings.ts'
import type {
  RecoveryConversion,
  StandbySettingsDraft,
  StandbySettingsReading,
} from '../../../shared/model/standby-settings.ts'
import { startOrder, stopOrder } from '../../../shared/model/start-order.ts'
import type { SqlResult } from '../../postgres/connection/sql-result.ts'
import {
  ensurePassfileEntries,
  readUserPassword,
  removePassfileEntries,
} from '../../postgres/credentials/passfile.ts'
import { entryForUser } from '../../postgres/credentials/passfile-format.ts'
import type { Installation } from '../../postgres/installations/installation.ts'
import type { InstallationPlaces } from '../../postgres/installations/installation-places.ts'
import { psqlCommand, type TerminalCommand } from '../../postgres/programs/psql.ts'
import type { Catalogue } from '../instances/catalogue.ts'
import { createInstanceFinder } from '../instances/instance-finder.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { answerSql, type SqlQuestion } from './answer-sql.ts'
import { findCluster } from './cluster.ts'
import { readConfig } from './config.ts'
import { readConfigurationFile } from './configuration-file.ts'
import { readConnectionStrings } from './connection-strings.ts'
import { discoverServers } from './discover.ts'
import { readFacts } from './facts.ts'
import { type HbaReading, readHba } from './hba.ts'
import { followLog, type LogLines, readLog } from './logs.ts'
import { readProcesses } from './processes.ts'
import { readRecovery } from './recovery.ts'
import { runSql, type SqlRequest } from './sql.ts'
import { convertRecoveryText } from './standby-settings/convert.ts'
import { draftStandbySettings, type StandbySettingsRequest } from './standby-settings/draft.ts'
import { readStandbySettings } from './standby-settings/read.ts'
import { buildUrl } from './urls.ts'

/** Looking at an instance, which changes nothing. Each throws `unknown-instance` for a name that is not there. */
export interface Readings {
  /** The last statement's result. Throws `sql-failed` with the sqlstate, and why a session cannot be had. */
  sql(name: string, request: SqlRequest): Promise<SqlResult>
  /** A person's SQL; a server's refusal is an answer. Throws why a session cannot be had or was lost, and `cancelled`. */
  answerSql(name: string, question: SqlQuestion): Promise<SqlAnswer>
  /** Servers of this machine that the catalogue does not have: lists that grow, the last one complete. See `discoverServers`. */
  discover(signal: AbortSignal): AsyncGenerator<readonly FoundServer[], void, undefined>
  readFacts(name: string): Promise<InstanceFacts>
  /** Empty when it does not run. */
  readProcesses(name: string): Promise<readonly InstanceProcess[]>
  connectionStrings(name: string, showPassword: boolean): Promise<ConnectionStrings>
  /** For an editor: passwords and all. Throws `files-not-readable`. */
  readConfigurationFile(name: string, file: ConfigurationFileName): Promise<ConfigurationFile>
  readLog(name: string, lines: number): Promise<LogLines>
  /** Every new line until `signal` aborts, after the newest `lines`. */
  followLog(name: string, options: FollowOptions): Promise<void>
  connectionUrl(
    name: string,
    options?: { readonly showPassword?: boolean; readonly database?: string },
  ): Promise<string>
  readConfig(name: string): Promise<ConfigReading>
  readHba(name: string): Promise<HbaReading>
  readRecovery(name: string): Promise<RecoveryReading>
  /** What a form for standby settings starts from. */
  readStandbySettings(name: string): Promise<StandbySettingsReading>
  /** What a form's changes mean, and how a version has them written down. */
  draftStandbySettings(name: string, request: StandbySettingsRequest): Promise<StandbySettingsDraft>
  /** A recovery.conf of any version in the terms of the instance's version. */
  convertRecovery(name: string, text: string): Promise<RecoveryConversion>
  /** psql with the terminal handed over. Throws `psql-missing` where no installation has one. */
  psqlCommand(name: string, args: readonly string[]): Promise<TerminalCommand>
  /** Puts a user's password into the passfile of an instance, which need not exist yet. */
  storePassword(name: string, user: string, password: string): Promise<void>
  /** Takes that back, unless the name belongs to an instance by now. */
  forgetPassword(name: string, user: string): Promise<void>
  /** The names that `--all` means, in the order they are to be taken; superseded primaries are not started. */
  namesFor(action: 'start' | 'stop'): Promise<readonly string[]>
}

export interface FollowOptions {
  readonly lines: number
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

interface Sources {
  readonly home: string
  readonly catalogue: Catalogue
  readonly places: InstallationPlaces
  readonly listInstallations: () => Promise<readonly Installation[]>
}

export function createReadings({ home, catalogue, places, listInstallations }: Sources): Readings {
  const { entryOf, find } = createInstanceFinder(catalogue)
  return {
    sql: async (name, request) => runSql(await find(name), request),
    answerSql: async (name, question) => answerSql(await find(name), question),
    async *discover(signal) {
      yield* discoverServers(await catalogue.list(), places, signal)
    },
    readFacts: async (name) => readFacts(await entryOf(name), await listInstallations()),
    readProcesses: async (name) => readProcesses(await entryOf(name)),
    async connectionStrings(name, showPassword) {
      const cluster = findCluster(await entryOf(name), await catalogue.list())
      const targets = await Promise.all(cluster.map((entry) => find(entry.name)))
      return readConnectionStrings({ target: await find(name), cluster: targets }, showPassword)
    },
    readConfigurationFile: async (name, file) => readConfigurationFile(await find(name), file),
    readLog: async (name, lines) => readLog(await entryOf(name), lines),
    followLog: async (name, { lines, signal, onLine }) =>
      followLog(await entryOf(name), onLine, signal, lines),
    async connectionUrl(name, { showPassword = false, database = 'postgres' } = {}) {
      const { host, port, user, passfile } = await find(name)
      const password = showPassword && passfile !== null ? await readUserPassword(passfile, user) : null
      return buildUrl({ host, port, user, database, ...(password === null ? {} : { password }) })
    },
    readConfig: async (name) => readConfig(await find(name)),
    readHba: async (name) => readHba(await find(name), (await entryOf(name)).replicationRole),
    readRecovery: async (name) => readRecovery(await find(name)),
    readStandbySettings: async (name) =>
      readStandbySettings(await find(name), instancePaths(home, name).passfile),
    async draftStandbySettings(name, request) {
      const reading = await readStandbySettings(await find(name), instancePaths(home, name).passfile)
      return draftStandbySettings(reading, request)
    },
    async convertRecovery(name, text) {
      const { major } = await find(name)
      return convertRecoveryText(text, { major, passfile: instancePaths(home, name).passfile })
    },
    async psqlCommand(name, args) {
      const target = await find(name)
      const able = (await listInstallations()).filter(({ tools }) => tools.includes('psql'))
      const own = able.find(({ binDir }) => binDir === target.binDir)
      const newest = able.toSorted((a, b) => a.major - b.major).at(-1)
      const psql = own ?? newest
      if (!psql) throw new PgTandemError('psql-missing', { name })
      return psqlCommand(target, psql.binDir, args)
    },
    async storePassword(name, user, password) {
      const { passfile } = instancePaths(home, name)
      await mkdir(dirname(passfile), { recursive: true, mode: 0o700 })
      await ensurePassfileEntries(passfile, [entryForUser(user, password)])
    },
    async forgetPassword(name, user) {
      if (await catalogue.get(name)) return
      await removePassfileEntries(instancePaths(home, name).passfile, [entryForUser(user, '')])
    },
    async namesFor(action) {
      const entries = await catalogue.list()
      if (action === 'stop') return stopOrder(entries)
      return startOrder(entries.filter(({ supersededBy }) => supersededBy === null))
    },
  }
}
