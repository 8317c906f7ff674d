import { z } from 'zod'
import { isInstanceName } from '../../../shared/model/instance-name.ts'

/** Pieces of parameters that several operations share. The command line's flags and the wizards' fields follow them. */
export const nameParameter = z
  .string()
  .refine(
    isInstanceName,
    'a name: a small letter, then up to 40 of a-z 0-9 _ -, and no device name of Windows',
  )

export const portParameter = z.number().int().min(1).max(65_535)

/** Absolute in the platform's own form; faces resolve relative ones against the user's folder. */
export const pathParameter = z
  .string()
  .min(1)
  .refine(
    (path) => path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith('\\\\'),
    'an absolute path',
  )

/** A major version such as `15`, or the folder of server programs. */
export const pgParameter = z.string().min(1)

/** Setting names as postgresql.conf spells them; dotted ones belong to extensions. */
export const settingNameParameter = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*)?$/, 'a setting name')

const settingValueParameter = z.string().regex(/^[^\n\r\0]*$/, 'a value of one line')

export const settingsParameter = z.record(settingNameParameter, settingValueParameter)

/** null takes a setting out. */
export const settingChangesParameter = z.record(settingNameParameter, settingValueParameter.nullable())

export const stopModeParameter = z.enum(['smart', 'fast', 'immediate'])

/** What PostgreSQL takes as a duration, such as `5min` or `30s`. */
export const durationParameter = z
  .string()
  .regex(/^\d+(\.\d+)?\s*(us|ms|s|min|h|d)?$/, 'a duration such as 30s or 5min')

/** application_name: it is the key of synchronous_standby_names, so it stays printable and short. */
export const applicationNameParameter = z
  .string()
  .regex(/^[\x21-\x7e]{1,63}$/, 'at most 63 printable characters, no spaces')
