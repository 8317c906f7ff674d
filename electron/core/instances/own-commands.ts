import type { OwnCommand } from '../operations/world.ts'
import { parseConfBoolean } from '../../postgres/facts/conf/units.ts'
import { redactSettingValue } from '../../postgres/facts/redact-secrets.ts'

/** What a server would run or load without being asked. Source: manual, "Server Configuration". */
const selfRun = [
  'archive_command',
  'archive_library',
  'restore_command',
  'archive_cleanup_command',
  'recovery_end_command',
  'ssl_passphrase_command',
  'shared_preload_libraries',
  'session_preload_libraries',
  'local_preload_libraries',
] as const

/**
 * Commands and libraries that these settings make a server run by itself, secrets in them hidden; those for archiving only
 * where archiving is on.
 */
export function ownCommandsOf(
  settings: Readonly<Record<string, { readonly value: string; readonly file: string }>>,
): readonly OwnCommand[] {
  const mode = settings['archive_mode']?.value.toLowerCase()
  const archives = mode === 'always' || parseConfBoolean(mode ?? '') === true
  return selfRun.flatMap((setting) => {
    const found = settings[setting]
    if (found === undefined || found.value.trim() === '') return []
    if ((setting === 'archive_command' || setting === 'archive_library') && !archives) return []
    return [{ setting, value: redactSettingValue(setting, found.value), file: found.file }]
  })
}
