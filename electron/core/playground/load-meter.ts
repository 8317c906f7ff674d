import type { LoadReport } from '../../../shared/model/playground.ts'

/** A commit that takes longer than this is waiting for somebody. */
const STALLED_MS = 2000

/** Counts what a write load does, one commit at a time. */
export interface LoadMeter {
  begin(): void
  committed(rows: number): void
  /** Since the last report, but for `rowsWritten`, which counts from the start. */
  report(): LoadReport
}

/** `now`: milliseconds on a clock that is not set back. */
export function createLoadMeter(now: () => number): LoadMeter {
  let rowsWritten = 0
  let rowsReported = 0
  let reportedAtMs = now()
  let slowestCommitMs = 0
  let beganAtMs: number | null = null
  return {
    begin: () => {
      beganAtMs = now()
    },
    committed: (rows) => {
      slowestCommitMs = Math.max(slowestCommitMs, now() - (beganAtMs ?? now()))
      beganAtMs = null
      rowsWritten += rows
    },
    report: () => {
      const at = now()
      const waitsMs = beganAtMs === null ? 0 : at - beganAtMs
      const report = {
        rowsWritten,
        rowsPerSecond: ((rowsWritten - rowsReported) * 1000) / Math.max(at - reportedAtMs, 1),
        slowestCommitMs,
        stalledMs: waitsMs > STALLED_MS ? waitsMs : null,
      }
      rowsReported = rowsWritten
      reportedAtMs = at
      slowestCommitMs = 0
      return report
    },
  }
}
