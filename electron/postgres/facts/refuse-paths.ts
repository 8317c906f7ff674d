/** What pg_ctl's shell would interpret in a path; params of the error `path-not-safe`. */
export interface PathProblem {
  readonly code: 'path-not-safe'
  readonly params: { readonly path: string; readonly character: string }
}

/**
 * Why a path must not be given to pg_ctl, or undefined when it may.
 *
 * pg_ctl puts -D, -l and -o between double quotes into a command line for /bin/sh or cmd.exe, where these characters stay
 * special. Source: start_postmaster() in src/bin/pg_ctl/pg_ctl.c.
 */
export const pathProblemForPgCtl = (
  path: string,
  platform: NodeJS.Platform = process.platform,
): PathProblem | undefined => {
  const special = platform === 'win32' ? /["%\r\n]/ : /["$`\\\r\n]/
  const found = special.exec(path)?.[0]
  if (found === undefined) return undefined
  const character = found === '\n' || found === '\r' ? '↵' : found
  return { code: 'path-not-safe', params: { path, character } }
}
