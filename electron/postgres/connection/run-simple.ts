import { type Client, Query, type QueryArrayConfig } from 'pg'

/** What one statement of a text gave. */
export interface StatementResult {
  readonly command: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** As the server counted; null for statements that count nothing. */
  readonly rowCount: number | null
  /** Rows that came and were not kept. */
  readonly more: number
}

/** As much of the driver's result as is read here. */
interface DriverResult {
  readonly command: string | null
  readonly rowCount: number | null
  readonly fields: readonly { readonly name: string }[]
}

interface Kept {
  readonly rows: (string | null)[][]
  more: number
}

/**
 * Runs a text of any number of statements by the simple protocol. Of each statement the first `maxRows` rows are kept; the
 * driver keeps none itself where somebody listens to them.
 */
export const runSimple = (
  client: Client,
  sql: string,
  maxRows: number,
): Promise<readonly StatementResult[]> =>
  new Promise((resolve, reject) => {
    const kept = new Map<unknown, Kept>()
    const config: QueryArrayConfig = { text: sql, rowMode: 'array' }
    const query = new Query<(string | null)[]>(config)
    query.on('row', (row, result) => {
      const own = kept.get(result) ?? { rows: [], more: 0 }
      kept.set(result, own)
      if (own.rows.length < maxRows) own.rows.push(row)
      else own.more += 1
    })
    query.on('error', reject)
    query.on('end', (given: unknown) => {
      const results = (Array.isArray(given) ? given : [given]) as readonly DriverResult[]
      resolve(results.map((result) => resultOf(result, kept.get(result))))
    })
    client.query(query)
  })

const resultOf = (
  { command, fields, rowCount }: DriverResult,
  { rows, more }: Kept = { rows: [], more: 0 },
): StatementResult => ({
  command: command ?? '',
  columns: fields.map(({ name }) => name),
  rows,
  rowCount,
  more,
})
