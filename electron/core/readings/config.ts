import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ConfigLine, ConfigReading } from '../../../shared/model/readings.ts'
import { effectiveSettings } from '../../postgres/facts/conf/effective.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import { redactSettingValue } from '../../postgres/facts/redact-secrets.ts'
import { listFiles, readText } from '../instances/read-file-settings.ts'
import { openPollSession } from '../monitor/observe-instance.ts'

/** The effective settings of an instance with the place they come from; of one that does not run, by its files alone. */
export async function readConfig(target: InstanceTarget): Promise<ConfigReading> {
  const { hasAutoConf } = versionFacts(target.major)
  const files = effectiveSettings(
    { main: target.configFile, read: readText, list: listFiles },
    hasAutoConf ? path.join(target.dataDir, 'postgresql.auto.conf') : undefined,
  )
  const server = await readServerSettings(target)
  const names = [...new Set([...files.settings.keys(), ...server.keys()])].toSorted()
  const settings = names.map((name): ConfigLine => {
    const inFile = files.settings.get(name)
    const inForce = server.get(name)
    return {
      name,
      fileValue: inFile === undefined ? null : redactSettingValue(name, inFile.value),
      file: inFile?.file ?? null,
      line: inFile?.line ?? null,
      serverValue: inForce === undefined ? null : redactSettingValue(name, inForce.value),
      source: inForce?.source ?? null,
      pendingRestart: inForce?.pendingRestart ?? false,
    }
  })
  return { settings, problems: files.problems }
}

interface ServerSetting {
  readonly value: string
  readonly source: string
  readonly pendingRestart: boolean
}

/** Empty when it does not run or cannot be asked. */
async function readServerSettings(target: InstanceTarget): Promise<ReadonlyMap<string, ServerSetting>> {
  let session: Session | undefined
  try {
    session = await openPollSession(target)
    const pending = versionFacts(target.major).hasPendingRestart ? 'pending_restart' : 'false'
    const rows = await session.query(
      `select lower(name) as name, current_setting(name) as value, source, ${pending} as pending
       from pg_settings where source not in ('default', 'client', 'session') or ${pending}`,
    )
    return new Map(
      rows.map((row) => [
        row['name'] ?? '',
        { value: row['value'] ?? '', source: row['source'] ?? '', pendingRestart: row['pending'] === 't' },
      ]),
    )
  } catch (error) {
    if (error instanceof PgTandemError) return new Map()
    throw error
  } finally {
    await session?.close().catch(() => undefined)
  }
}
