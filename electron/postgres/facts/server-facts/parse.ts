import { z } from 'zod'

const facts = z
  .object({
    superuser: z.boolean(),
    settings: z.array(
      z.object({ name: z.string(), value: z.string().nullable(), source: z.string(), context: z.string() }),
    ),
    roles: z.array(
      z.object({
        name: z.string(),
        replication: z.boolean(),
        can_login: z.boolean(),
        connection_limit: z.number().int(),
      }),
    ),
    tablespaces: z.array(z.object({ oid: z.number().int(), name: z.string(), location: z.string() })),
    foreign_clients: z.number().int(),
    wal_senders: z.number().int(),
  })
  .transform((row) => ({
    superuser: row.superuser,
    /** By name in lower case. `primary_conninfo` may hold a password. */
    settings: Object.fromEntries(
      row.settings.map(({ name, value, source, context }) => [name, { value: value ?? '', source, context }]),
    ),
    roles: row.roles.map((role) => ({
      name: role.name,
      replication: role.replication,
      canLogin: role.can_login,
      /** -1: no limit. */
      connectionLimit: role.connection_limit,
    })),
    tablespaces: row.tablespaces,
    clientConnections: row.foreign_clients,
    walSenders: row.wal_senders,
  }))

/** What `serverFactsQuery` answered. */
export type ServerFactsRow = Readonly<z.infer<typeof facts>>

/** The answer to `serverFactsQuery`: takes the text of its `facts` column; throws a ZodError or SyntaxError for anything else. */
export function parseServerFacts(document: string): ServerFactsRow {
  return facts.parse(JSON.parse(document))
}
