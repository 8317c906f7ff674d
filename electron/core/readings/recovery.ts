import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { RecoveryReading } from '../../../shared/model/readings.ts'
import { decodeConf } from '../../postgres/facts/conf/encoding.ts'
import { redactSecrets } from '../../postgres/facts/redact-secrets.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import { readConfig } from './config.ts'

const isRecoverySetting = (name: string): boolean =>
  /^(primary_|recovery_|restore_command$|archive_cleanup_command$|promote_trigger_file$|hot_standby)/.test(
    name,
  )

/** What makes the instance a standby or lets it recover to a point in time, as its files have it now. */
export async function readRecovery(target: InstanceTarget): Promise<RecoveryReading> {
  if (versionFacts(target.major).recoveryConfig === 'recovery.conf') {
    const file = path.join(target.dataDir, 'recovery.conf')
    const text = await readOptional(file)
    return { kind: 'recovery.conf', file, text: text === null ? null : redactSecrets(text) }
  }
  const [standby, recovery] = await Promise.all(
    ['standby.signal', 'recovery.signal'].map((name) => readOptional(path.join(target.dataDir, name))),
  )
  const { settings } = await readConfig(target)
  return {
    kind: 'signal-file',
    standbySignal: standby !== null,
    recoverySignal: recovery !== null,
    settings: settings.filter(({ name }) => isRecoverySetting(name)),
  }
}

/** Null when it is not there; rejects when it is but cannot be read. */
async function readOptional(file: string): Promise<string | null> {
  try {
    return decodeConf(await readFile(file)).text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
