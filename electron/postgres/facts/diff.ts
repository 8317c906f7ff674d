import { structuredPatch } from 'diff'
import { redactSecrets } from './redact-secrets.ts'

export { redactSecrets } from './redact-secrets.ts'

/**
 * A unified diff of one file for people to read, passwords hidden; empty if nothing changes.
 *
 * Lines are compared before passwords are hidden: a line of which only the password changes is shown, looking equal on both sides.
 */
export function unifiedDiff(fileName: string, before: string, after: string, contextLines = 3): string {
  if (before === after) return ''
  const { hunks } = structuredPatch(fileName, fileName, before, after, undefined, undefined, {
    context: contextLines,
  })
  const body = hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines.map((line) => line.slice(0, 1) + redactSecrets(line.slice(1))),
  ])
  return [`--- ${fileName}`, `+++ ${fileName}`, ...body, ''].join('\n')
}

/** As GNU diff writes it: the line before an empty range, and no count of one. */
function range(start: number, count: number): string {
  if (count === 0) return `${String(start - 1)},0`
  return count === 1 ? String(start) : `${String(start)},${String(count)}`
}
