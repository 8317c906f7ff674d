import type { Major } from '../../../shared/model/instance-target.ts'
import { parseConf } from '../../postgres/facts/conf/conf-file.ts'
import { parseHba } from '../../postgres/facts/hba.ts'
import type { LineEdit } from '../../postgres/facts/line-edits.ts'
import { redactSecrets } from '../../postgres/facts/redact-secrets.ts'
import { standbySettingsOf } from '../../postgres/facts/recovery/settings.ts'
import type { EditableFile } from '../plan/steps/edit-file.ts'
import { refuse, type Refusal } from './operation.ts'

/** A password in a new line would end up in plans and journals (safety rule 7); those in lines that stay do not. */
export function checkNoNewSecrets(path: string, edits: readonly LineEdit[]): Refusal | null {
  let shift = 0
  for (const { at, removed, added } of edits) {
    const index = added.findIndex((line) => redactSecrets(line) !== line)
    if (index >= 0) return refuse('secret-in-line', { path, line: at + shift + index + 1 })
    shift += added.length - removed
  }
  return null
}

/** The first line that our own parsers do not understand: because of it the server would not start, or read nothing anew. */
export function checkLines(file: EditableFile, path: string, text: string, major: Major): Refusal | null {
  const found = file === 'pg_hba.conf' ? brokenRule(text, major) : brokenLine(text, file, major)
  return found === undefined ? null : refuse('line-not-understood', { path, ...found })
}

interface Broken {
  readonly line: number
  readonly problem: string
}

const brokenRule = (text: string, major: Major): Broken | undefined =>
  parseHba(text, major).lines.flatMap((line) =>
    line.kind === 'invalid' ? [{ line: line.line, problem: redactSecrets(line.problem) }] : [],
  )[0]

function brokenLine(text: string, file: EditableFile, major: Major): Broken | undefined {
  const known = new Set(['standby_mode', ...standbySettingsOf(major).map(({ name }) => name)])
  return parseConf(text).lines.flatMap((line, index) => {
    const unknown = file === 'recovery.conf' && line.kind === 'setting' && !known.has(line.name)
    if (line.kind !== 'broken' && !unknown) return []
    return [{ line: index + 1, problem: redactSecrets(line.text.trim()) }]
  })[0]
}
