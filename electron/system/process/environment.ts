const isOurs = (name: string) => /^(PG.*|ELECTRON_RUN_AS_NODE)$/i.test(name)

/**
 * The environment every program gets: the inherited one without `PG*` and `ELECTRON_RUN_AS_NODE`, messages in English,
 * and `extra` on top.
 *
 * A stray PGDATA, PGPORT or PGHOST would send PostgreSQL's programs to another server than the one the plan names.
 * On Windows names differ only by case there (`Path`), so an `extra` PATH replaces whatever spelling is inherited.
 */
export const buildEnvironment = (
  extra: Readonly<Record<string, string>> = {},
  inherited: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Record<string, string> => {
  const fixed = { LC_ALL: 'C', LC_MESSAGES: 'C', LANGUAGE: '', PGCLIENTENCODING: 'UTF8', ...extra }
  const key = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const replaced = new Set(Object.keys(fixed).map(key))
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !isOurs(entry[0]) && !replaced.has(key(entry[0])),
  )
  return { ...Object.fromEntries(kept), ...fixed }
}
