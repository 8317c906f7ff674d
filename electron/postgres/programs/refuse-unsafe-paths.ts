import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { pathProblemForPgCtl } from '../facts/refuse-paths.ts'

/** Throws `path-not-safe` for the first of the paths that pg_ctl's shell would misread. */
export const refuseUnsafePaths = (...paths: readonly string[]): void => {
  for (const path of paths) {
    const problem = pathProblemForPgCtl(path)
    if (problem !== undefined) throw new PgTandemError(problem.code, problem.params)
  }
}
