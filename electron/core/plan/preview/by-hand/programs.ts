import type { InstanceTarget } from '../../../../../shared/model/instance-target.ts'
import { joinPath, nameOf, parentOf } from '../paths.ts'
import { cmdPath, quoteCmd, quoteCmdPath, quoteSh } from '../quoting.ts'
import type { Commands, HandContext } from './by-hand.ts'

interface BothLines extends Commands {
  readonly cmd: string
  readonly sh: string
}

/** A program and its arguments as one line of each shell. */
export function programLine(program: string, args: readonly string[]): BothLines {
  return {
    cmd: [cmdPath(program), ...args].map((arg) => quoteCmd(arg)).join(' '),
    sh: [program, ...args].map((arg) => quoteSh(arg)).join(' '),
  }
}

/** A server program: every installation has initdb, pg_ctl and postgres. */
export function serverProgram(target: InstanceTarget, name: string): string {
  return joinPath(target.binDir, name)
}

/** A client program of the installation, or the one on PATH where the installation has none, as the bundled ones. */
export function clientProgram(context: HandContext, target: InstanceTarget, name: string): string {
  return context.toolsOf(target.binDir).includes(name) ? joinPath(target.binDir, name) : name
}

/** What pg_ctl's and postgres's -D get at a start: the folder of the configuration where that lies outside the data (Debian). */
export function configDirOf(target: InstanceTarget): string {
  const folder = parentOf(target.configFile)
  return nameOf(target.configFile) === 'postgresql.conf' ? folder : target.dataDir
}

/** Arguments that reach a server as its superuser. */
export function connectionArgs(target: InstanceTarget): string[] {
  return ['-h', target.host, '-p', String(target.port), '-U', target.user]
}

/** A client program's line, its password taken from the instance's passfile where it has one. */
export function clientLine(target: InstanceTarget, program: string, args: readonly string[]): BothLines {
  const { cmd, sh } = programLine(program, args)
  if (target.passfile === null) return { cmd, sh }
  return {
    cmd: `set ${quoteCmdPath(`PGPASSFILE=${cmdPath(target.passfile)}`)}\n${cmd}`,
    sh: `PGPASSFILE=${quoteSh(target.passfile)} ${sh}`,
  }
}

/** psql with each statement or backslash command in one session, stopping at the first that fails (psql 9.6 and later). */
export function psql(context: HandContext, target: InstanceTarget, commands: readonly string[]): BothLines {
  const several = commands.length > 1 ? ['-v', 'ON_ERROR_STOP=1'] : []
  return clientLine(target, clientProgram(context, target, 'psql'), [
    ...connectionArgs(target),
    '-d',
    'postgres',
    ...several,
    ...commands.flatMap((command) => ['-c', command]),
  ])
}
