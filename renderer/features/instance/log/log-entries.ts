import { isLogLevel, type LogLevel, type LogLine } from '../../../../shared/model/log-line.ts'

/** A message with all that belongs to it: its detail, hint, statement, and lines that go on. */
export interface LogEntry {
  /** Rises; the same for as long as the entry is kept. */
  readonly id: number
  /** Null: lines of another program, or the rest of a message whose beginning is not here. */
  readonly level: LogLevel | null
  readonly lines: readonly LogLine[]
}

/** The newest lines that are kept. */
export const MOST_LINES = 5000

/** The entries with new lines at their end, and without the oldest ones beyond `most` lines. Pure. */
export function appendLines(
  entries: readonly LogEntry[],
  lines: readonly LogLine[],
  most: number = MOST_LINES,
): readonly LogEntry[] {
  if (lines.length === 0) return entries
  const grown = [...entries]
  for (const line of lines) {
    const last = grown.at(-1)
    if (isLogLevel(line.kind) || last === undefined)
      grown.push({ id: (last?.id ?? 0) + 1, level: isLogLevel(line.kind) ? line.kind : null, lines: [line] })
    else grown[grown.length - 1] = { ...last, lines: [...last.lines, line] }
  }
  return newest(grown, most)
}

export const countLines = (entries: readonly LogEntry[]): number =>
  entries.reduce((sum, { lines }) => sum + lines.length, 0)

/** Whole entries go, but the last one stays, shortened to its own newest lines. */
function newest(entries: readonly LogEntry[], most: number): readonly LogEntry[] {
  let surplus = countLines(entries) - most
  let from = 0
  while (surplus > 0 && from < entries.length - 1) {
    surplus -= entries[from]?.lines.length ?? 0
    from += 1
  }
  const kept = entries.slice(from)
  return kept.map((entry) =>
    entry.lines.length > most ? { ...entry, lines: entry.lines.slice(-most) } : entry,
  )
}

/** What is shown: null stands for lines without a level. */
export interface LogFilter {
  readonly hidden: ReadonlySet<LogGroup>
  readonly search: string
}

/** Levels as a person filters them. */
export const logGroups = ['LOG', 'WARNING', 'ERROR', 'FATAL', 'PANIC'] as const
export type LogGroup = (typeof logGroups)[number]

/** What is less than a warning goes with LOG, and so do other programs' lines. */
export function groupOf(level: LogLevel | null): LogGroup {
  return logGroups.find((group) => group === level) ?? 'LOG'
}

/** The entries that explain the same as the next explaining one: in a run of them only the newest need do it. */
export function repeatedExplanations(entries: readonly LogEntry[]): ReadonlySet<number> {
  const repeated = new Set<number>()
  let next = ''
  for (const { id, lines } of entries.toReversed()) {
    const said = JSON.stringify(lines.flatMap(({ known }) => (known === null ? [] : [known])))
    if (said === '[]') continue
    if (said === next) repeated.add(id)
    next = said
  }
  return repeated
}

/** The entries of the levels wanted in which the search occurs, in any case of its letters. */
export function filterEntries(
  entries: readonly LogEntry[],
  { hidden, search }: LogFilter,
): readonly LogEntry[] {
  const wanted = search.trim().toLowerCase()
  return entries.filter(
    ({ level, lines }) =>
      !hidden.has(groupOf(level)) &&
      (wanted === '' || lines.some(({ text }) => text.toLowerCase().includes(wanted))),
  )
}
