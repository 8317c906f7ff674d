const MOST = 50

/** The history with this statement as its newest; one that was there before moves up. */
export const rememberStatement = (history: readonly string[], statement: string): readonly string[] =>
  [statement, ...history.filter((one) => one !== statement)].slice(0, MOST)

const LONGEST = 80

/** What a statement is known by in a list: its first line with something in it, shortened. */
export function firstLine(statement: string): string {
  const line = statement.trim().split('\n', 1)[0]?.trim() ?? ''
  const isWhole = line === statement.trim() && line.length <= LONGEST
  return isWhole ? line : `${line.slice(0, LONGEST)} …`
}
