import type { StepOf } from '../../steps/step.ts'
import { parentOf } from '../paths.ts'
import { echoCmd, quoteCmdPath, quoteSh, quoteSqlName } from '../quoting.ts'
import { type ByHand, type HandContext, targetOf } from './by-hand.ts'
import { psql } from './programs.ts'

/** Asks for each password, or opens an editor on Windows: neither shell's text ever holds one. */
export function writePassfileByHand(step: StepOf<'write-passfile'>): ByHand {
  const file = { cmd: quoteCmdPath(step.passfile), sh: quoteSh(step.passfile) }
  const folder = { cmd: quoteCmdPath(parentOf(step.passfile)), sh: quoteSh(parentOf(step.passfile)) }
  const makeFolder = { cmd: `if not exist ${folder.cmd} mkdir ${folder.cmd}`, sh: `mkdir -p ${folder.sh}` }
  if (step.copyFrom !== null) {
    return {
      cmd: `${makeFolder.cmd}\ncopy ${quoteCmdPath(step.copyFrom)} ${file.cmd}`,
      sh: `${makeFolder.sh}\ncp ${quoteSh(step.copyFrom)} ${file.sh}\nchmod 600 ${file.sh}`,
    }
  }
  const entryCmd = (user: string): string => `>>${file.cmd} ${echoCmd(`*:*:*:${escapePgpass(user)}:`)}`
  const entrySh = (user: string): string =>
    [
      `printf %s ${quoteSh(`${user}: `)} >&2`,
      'stty -echo 2>/dev/null || :',
      'IFS= read -r password',
      'stty echo 2>/dev/null || :',
      'echo >&2',
      `printf '*:*:*:%s:%s\\n' ${quoteSh(escapePgpass(user))} "$(printf %s "$password" | sed 's/[\\\\:]/\\\\&/g')" >> ${file.sh}`,
    ].join('\n')
  return {
    cmd: [makeFolder.cmd, ...step.users.map((user) => entryCmd(user)), `notepad ${file.cmd}`].join('\n'),
    sh: [
      makeFolder.sh,
      `(umask 077 && : >> ${file.sh})`,
      ...step.users.map((user) => entrySh(user)),
      'unset password',
    ].join('\n'),
  }
}

const escapePgpass = (field: string): string => field.replace(/[\\:]/g, String.raw`\$&`)

export function removePassfileByHand(step: StepOf<'remove-passfile'>): ByHand {
  return { cmd: `del ${quoteCmdPath(step.passfile)}`, sh: `rm ${quoteSh(step.passfile)}` }
}

/** The password is asked for by `\password`, which sends the server a verifier, never the password. */
export function replicationRoleByHand(step: StepOf<'replication-role'>, context: HandContext): ByHand {
  const role = quoteSqlName(step.role)
  const target = targetOf(context, step.instance)
  if (!step.setPassword) return psql(context, target, [`ALTER ROLE ${role} REPLICATION LOGIN`])
  const limit = step.connectionLimit < 0 ? '' : ` CONNECTION LIMIT ${String(step.connectionLimit)}`
  return psql(context, target, [
    `CREATE ROLE ${role} REPLICATION LOGIN${limit}`,
    String.raw`\password ${role}`,
  ])
}
