import { runProgram } from '../../system/process/run-program.ts'
import { programPath } from '../installations/installation.ts'
import { programEnv } from './program-env.ts'

/** When a changed value takes effect: `postmaster` at a restart, `sighup` at a reload, the rest also in a session. */
export type SettingContext =
  'postmaster' | 'sighup' | 'superuser-backend' | 'backend' | 'superuser' | 'user' | 'internal'

/** What a server program says of one of its settings. Units and an enum's values it says only when running (pg_settings). */
export interface KnownSetting {
  readonly name: string
  readonly context: SettingContext
  readonly type: 'bool' | 'integer' | 'real' | 'string' | 'enum'
  readonly group: string
  readonly description: string
  /** As compiled in; null where it is empty. Some are changed at initdb or start (shared_buffers is 0 here from 10 on). */
  readonly defaultValue: string | null
  readonly min: number | null
  readonly max: number | null
}

const types: Readonly<Record<string, KnownSetting['type']>> = {
  BOOLEAN: 'bool',
  INTEGER: 'integer',
  REAL: 'real',
  STRING: 'string',
  ENUM: 'enum',
}
const contexts: Readonly<Record<string, SettingContext>> = {
  internal: 'internal',
  postmaster: 'postmaster',
  sighup: 'sighup',
  'superuser-backend': 'superuser-backend',
  backend: 'backend',
  superuser: 'superuser',
  user: 'user',
}
const numberOrNull = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

/** The settings in the output of `postgres --describe-config`: nine fields between tabs. Source: help_config.c. */
export const parseDescribeConfig = (text: string): ReadonlyMap<string, KnownSetting> =>
  new Map(
    text.split(/\r?\n/).flatMap((line): [string, KnownSetting][] => {
      const [name, contextName, group, typeName, value, min, max, short] = line.split('\t')
      const context = contexts[contextName ?? '']
      const type = types[typeName ?? '']
      if (name === undefined || context === undefined || type === undefined) return []
      const bool = value === 'TRUE' ? 'on' : 'off'
      const defaultValue = type === 'bool' ? bool : value === undefined || value === '' ? null : value
      return [
        [
          name.toLowerCase(),
          {
            name,
            context,
            type,
            group: group ?? '',
            description: short ?? '',
            defaultValue,
            min: numberOrNull(min),
            max: numberOrNull(max),
          },
        ],
      ]
    }),
  )

/** Reads the settings that a server program knows, by lower-case name. Needs no data directory, and works as root. */
export const readKnownSettings = async (
  binDir: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, KnownSetting>> => {
  const { stdout } = await runProgram(programPath(binDir, 'postgres'), ['--describe-config'], {
    timeoutMs: 30_000,
    env: programEnv(binDir),
    ...(signal === undefined ? {} : { signal }),
  })
  return parseDescribeConfig(stdout)
}

/** A reader that runs each installation's server program once and remembers what it said. */
export const createKnownSettingsReader = (): ((
  binDir: string,
) => Promise<ReadonlyMap<string, KnownSetting>>) => {
  const known = new Map<string, Promise<ReadonlyMap<string, KnownSetting>>>()
  return (binDir) => {
    const remembered = known.get(binDir) ?? readKnownSettings(binDir)
    known.set(binDir, remembered)
    remembered.catch(() => known.delete(binDir))
    return remembered
  }
}
