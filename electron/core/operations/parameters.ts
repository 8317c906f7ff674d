import { z } from 'zod'
import type { catalogue } from '../../../shared/i18n/en/index.ts'
import type { TextKey } from '../../../shared/i18n/text.ts'
import { isInstanceName } from '../../../shared/model/instance-name.ts'

/** A schema's message: the key of a sentence, which faces say in their language. */
export const problem = (name: keyof (typeof catalogue)['parameters']): TextKey => `parameters.${name}`

/** Pieces of parameters that several operations share. The command line's flags and the wizards' fields follow them. */
export const nameParameter = z.string().refine(isInstanceName, problem('name'))

export const portParameter = z
  .number()
  .int(problem('port'))
  .min(1, problem('port'))
  .max(65_535, problem('port'))

/** Absolute in the platform's own form; faces resolve relative ones against the user's folder. */
export const pathParameter = z
  .string()
  .min(1)
  .refine(
    (path) => path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith('\\\\'),
    problem('path'),
  )

/** A major version such as `15`, or the folder of server programs. */
export const pgParameter = z.string().min(1)

/** Setting names as postgresql.conf spells them; dotted ones belong to extensions. */
export const settingNameParameter = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*)?$/, problem('setting-name'))

const settingValueParameter = z.string().regex(/^[^\n\r\0]*$/, problem('one-line'))

export const settingsParameter = z.record(settingNameParameter, settingValueParameter)

/** null takes a setting out. */
export const settingChangesParameter = z.record(settingNameParameter, settingValueParameter.nullable())

export const stopModeParameter = z.enum(['smart', 'fast', 'immediate'])

/** What PostgreSQL takes as a duration, such as `5min` or `30s`. */
export const durationParameter = z.string().regex(/^\d+(\.\d+)?\s*(us|ms|s|min|h|d)?$/, problem('duration'))

/** application_name: it is the key of synchronous_standby_names, so it stays printable and short. */
export const applicationNameParameter = z.string().regex(/^[\x21-\x7e]{1,63}$/, problem('application-name'))
