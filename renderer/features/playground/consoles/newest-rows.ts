import { playgroundTable } from '../../../../shared/model/playground.ts'
import type { SqlAnswer } from '../../../../shared/model/readings.ts'

/** The newest rows of the playground's table; `missing`: the database or the table has not arrived there yet. */
export type NewestRows =
  { readonly kind: 'missing' } | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }

/** The columns that `newestRowsQuery` asks for. */
export const newestColumns = ['id', 'text', 'written_at'] as const

export const newestRowsQuery = `select id, text, to_char(written_at, 'HH24:MI:SS.MS') as written_at
from ${playgroundTable} order by id desc limit 5`

/** What a server answered to `newestRowsQuery`. Pure. */
export const toNewestRows = (answer: SqlAnswer): NewestRows =>
  answer.kind === 'failed'
    ? { kind: 'missing' }
    : { kind: 'rows', rows: answer.rows.map((row) => row.map((value) => value ?? 'NULL')) }
