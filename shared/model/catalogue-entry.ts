import { z } from 'zod'

/** What cannot be observed about an instance; everything else is read from its files and its server. */
export const catalogueEntrySchema = z.object({
  name: z.string(),
  dataDir: z.string(),
  /** Folder of the server programs it is run with. */
  binDir: z.string(),
  /** postgresql.conf where it lies outside the data directory (Debian); null: inside. */
  configFile: z.string().nullable(),
  /** `127.0.0.1`, or a socket directory where only peer authentication is open. */
  host: z.string(),
  /** As last set through this program: for when neither its files nor its server can say; null when never set. */
  port: z.number().nullable().default(null),
  user: z.string(),
  passfile: z.string().nullable(),
  logFile: z.string(),
  /** The instance it was made to stream from; null for a primary. */
  upstream: z.string().nullable(),
  /** Its slot on the upstream; null when it was cloned without one. */
  slot: z.string().nullable(),
  applicationName: z.string().nullable(),
  /** Role that standbys of this instance connect as. */
  replicationRole: z.string(),
  /** `made`: this program made its data directory and may delete it when asked; `adopted`: it was there. */
  origin: z.enum(['made', 'adopted']),
  /** The standby that was promoted in its place: "start all" passes it over. */
  supersededBy: z.string().nullable(),
  /** The relay of the playground that it streams through; null: it streams directly. */
  link: z
    .object({
      port: z.number(),
      /** Its primary_conninfo from before, which is put back. */
      conninfo: z.string(),
    })
    .nullable()
    .default(null),
  /** False until its own commands (archive_command, …) were shown and agreed to; see `start`. */
  trusted: z.boolean(),
})

export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>
