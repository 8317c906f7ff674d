const freshStart = /started streaming WAL from primary|starting PostgreSQL \d|database system was shut down/

/** The lines that can still matter: those since the server last started or last began to stream. */
export function linesSinceFreshStart(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.findLastIndex((line) => freshStart.test(line)) + 1)
}
