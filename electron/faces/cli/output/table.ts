import { padText, textWidth } from './width.ts'

export interface Column {
  readonly title: string
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right'
}

/** A table as lines, two spaces between columns; line breaks inside a cell are shown as ↵. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? '')))
  const widths = columns.map(({ title }, index) =>
    Math.max(textWidth(title), ...cells.map((row) => textWidth(row[index] ?? ''))),
  )
  const format = (row: readonly string[]): string =>
    columns
      .map(({ align }, index) =>
        padText(row[index] ?? '', widths[index] ?? 0, align === 'right' ? 'right' : 'left'),
      )
      .join('  ')
      .trimEnd()
  return [format(columns.map(({ title }) => title)), ...cells.map(format)]
}

const oneLine = (text: string): string => text.replaceAll(/\r?\n/g, '↵').replaceAll('\t', ' ')
