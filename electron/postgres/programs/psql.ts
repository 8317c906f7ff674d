import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { programPath } from '../installations/installation.ts'

/** A program to run with the terminal handed over, as the arguments and what its environment needs besides. */
export interface TerminalCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * The psql command for an instance, with the user's own arguments after ours, so that `-d` or `-U` of theirs wins.
 *
 * The password comes from the passfile by PGPASSFILE: it is never an argument. `psqlBinDir` may be another installation's.
 */
export const psqlCommand = (
  target: Pick<InstanceTarget, 'host' | 'port' | 'user' | 'passfile'>,
  psqlBinDir: string,
  userArgs: readonly string[] = [],
): TerminalCommand => ({
  program: programPath(psqlBinDir, 'psql'),
  args: ['-h', target.host, '-p', String(target.port), '-U', target.user, '-d', 'postgres', ...userArgs],
  env: target.passfile === null ? {} : { PGPASSFILE: target.passfile },
})
