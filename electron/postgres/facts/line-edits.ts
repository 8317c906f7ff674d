import { createHash } from 'node:crypto'
import { diffArrays } from 'diff'

/** Lines that stand in the place of others. Lines are what stands between line feeds; a carriage return belongs to its line. */
export interface LineEdit {
  /** Index, from 0, in the text before. */
  readonly at: number
  readonly removed: number
  readonly added: readonly string[]
}

/** Texts that differ more than this are said as one edit: comparing them line by line would take seconds. */
const mostDifferences = 500

/**
 * What leads from one text to another, first to last; nothing of the lines that stay is in it.
 *
 * Line ends are kept: where an editor gave back a CR LF file with plain line feeds, lines that stay are as they were, and
 * new ones end as the file's first line does.
 */
export function lineEdits(before: string, after: string): readonly LineEdit[] {
  const old = before.split('\n')
  const lostReturns = before.includes('\r') && !after.includes('\r')
  const wanted = lostReturns ? withEndsOf(old, after.split('\n')) : after.split('\n')
  const bare = (line: string): string => (lostReturns ? line.replace(/\r$/, '') : line)
  const parts = diffArrays(old, wanted, {
    comparator: (one, other) => bare(one) === bare(other),
    maxEditLength: mostDifferences,
  })
  if (parts === undefined) return [{ at: 0, removed: old.length, added: wanted }]
  const edits: { at: number; removed: number; added: readonly string[] }[] = []
  let at = 0
  for (const { added, removed, value, count } of parts) {
    if (added || removed) {
      let edit = edits.at(-1)
      if (edit === undefined || edit.at + edit.removed !== at) {
        edit = { at, removed: 0, added: [] }
        edits.push(edit)
      }
      if (added) edit.added = [...edit.added, ...value]
      else edit.removed += count
    }
    if (!added) at += count
  }
  return edits
}

/** The lines with the carriage returns that the file's lines have; the last one, after the last line feed, has none. */
function withEndsOf(old: readonly string[], lines: readonly string[]): string[] {
  const end = old[0]?.endsWith('\r') === true ? '\r' : ''
  return lines.map((line, index) => (index === lines.length - 1 ? line : line + end))
}

/** The text after the edits. They must have been made from this very text: compare `textHash` first. */
export function applyLineEdits(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split('\n')
  for (const { at, removed, added } of edits.toReversed()) lines.splice(at, removed, ...added)
  return lines.join('\n')
}

/** The edits that lead back to `text`, for the text that these make of it. */
export function reverseLineEdits(text: string, edits: readonly LineEdit[]): readonly LineEdit[] {
  const lines = text.split('\n')
  let shift = 0
  return edits.map(({ at, removed, added }) => {
    const back = { at: at + shift, removed: added.length, added: lines.slice(at, at + removed) }
    shift += added.length - removed
    return back
  })
}

/** Tells one text from another without holding either. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
