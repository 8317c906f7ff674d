import { parseConfLine } from '../conf/conf-line.ts'

/** A Windows path that the server would read without its backslashes. */
export interface LoneBackslashes {
  readonly name: string
  /** What the server reads. */
  readonly read: string
  /** What the line's writer meant. */
  readonly meant: string
}

/**
 * The text with each Windows path in apostrophes written so that the server reads it as it looks, and what was changed.
 *
 * A backslash begins an escape there: of `'D:\PostgreSQL\data'` the server reads `D:PostgreSQLdata`. Guides get this wrong.
 */
export function mendLoneBackslashes(text: string): {
  readonly text: string
  readonly mended: readonly LoneBackslashes[]
} {
  const mended: LoneBackslashes[] = []
  const lines = text.split('\n').map((raw) => {
    const line = parseConfLine(raw)
    if (line.kind !== 'setting') return raw
    const written = raw.slice(line.valueStart, line.valueEnd)
    if (!/^'.*[A-Za-z]:\\(?!\\)/.test(written)) return raw
    const doubled = written.replaceAll(/\\+/g, (run) => (run.length === 1 ? '\\\\' : run))
    const fixed = raw.slice(0, line.valueStart) + doubled + raw.slice(line.valueEnd)
    const after = parseConfLine(fixed)
    if (after.kind !== 'setting') return raw
    mended.push({ name: line.name, read: line.value, meant: after.value })
    return fixed
  })
  return { text: lines.join('\n'), mended }
}
