import type { Major } from '../../../shared/model/instance-target.ts'
import { expandHba } from '../../postgres/facts/hba/expand.ts'
import type { HbaFile } from '../../postgres/facts/hba/hba-file.ts'
import { listFiles, readText } from './read-file-settings.ts'

/** The text of a pg_hba.conf and its rules, those of included files and `@file` lists among them; null where it cannot be read. */
export function readHbaRules(
  file: string,
  major: Major,
): { readonly text: string; readonly rules: HbaFile } | null {
  const text = readText(file)
  return text === undefined
    ? null
    : { text, rules: expandHba(file, text, major, { read: readText, list: listFiles }) }
}
