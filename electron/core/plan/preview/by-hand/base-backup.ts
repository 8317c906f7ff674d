import type { InstanceTarget } from '../../../../../shared/model/instance-target.ts'
import { backupStatements } from '../../../../postgres/facts/backup-api.ts'
import { emptyDirectories } from '../../../../postgres/facts/backup-exclusions.ts'
import { versionFacts } from '../../../../postgres/facts/versions.ts'
import type { StepOf } from '../../steps/step.ts'
import { joinPath, nameOf } from '../paths.ts'
import { cmdPath, quotePsqlPath, quoteSh, quoteSqlLiteral } from '../quoting.ts'
import { type ByHand, type HandContext, notByHand, targetOf } from './by-hand.ts'
import { clientLine, clientProgram, connectionArgs, psql } from './programs.ts'

type Backup = StepOf<'base-backup'>

/**
 * pg_basebackup where it is at hand; else one psql session that starts the backup, copies the files as guide 003 does
 * and stops it.
 *
 * Either way backup_label is in its place at once: `complete-copy` then only renames.
 */
export function baseBackupByHand(step: Backup, context: HandContext): ByHand {
  const source = targetOf(context, step.source)
  const found = clientProgram(context, source, 'pg_basebackup')
  const program =
    step.programDir === null
      ? found === 'pg_basebackup'
        ? null
        : found
      : joinPath(step.programDir, 'pg_basebackup')
  if (program !== null) return byProgram(step, source, program)
  return step.tablespaces.length > 0 ? notByHand('tablespaces') : bySession(step, context, source)
}

const escaped = (path: string): string => path.replaceAll('=', String.raw`\=`)

function byProgram(step: Backup, source: InstanceTarget, program: string): ByHand {
  return clientLine(source, program, [
    ...connectionArgs(source),
    '-D',
    step.partialDir,
    '-c',
    'fast',
    '-X',
    'stream',
    ...(step.slot === null ? [] : ['-S', step.slot]),
    ...step.tablespaces.flatMap(({ from, to }) => ['-T', `${escaped(from)}=${escaped(to)}`]),
    '-P',
  ])
}

/**
 * | in the session | why so |
 * |---|---|
 * | start | with an immediate checkpoint |
 * | copy, or put the copy aside if it failed | the next line then fails and ends the session, so no bad copy gets a label |
 * | stop, its label into the copy | up to 9.5 the server wrote the label and it was copied |
 */
function bySession(step: Backup, context: HandContext, source: InstanceTarget): ByHand {
  const { start, exclusive } = backupStatements(source.major)
  const started = start.replace('$1::text', quoteSqlLiteral('pgtandem'))
  const label = joinPath(step.partialDir, 'backup_label')
  const stopped = [
    String.raw`\pset tuples_only on`,
    String.raw`\pset format unaligned`,
    String.raw`\o ${quotePsqlPath(label)}`,
    stopWithLabel(source),
  ]
  const session = (copy: string): readonly string[] => [
    started,
    String.raw`\! ${copy}`,
    ...(exclusive ? ['select pg_stop_backup()'] : stopped),
  ]
  const { sh } = psql(context, source, session(copyInSh(step, source, exclusive)))
  const { cmd } = psql(context, source, session(copyInCmd(step, source, exclusive)))
  const makeSh = `mkdir -p ${quoteSh(step.partialDir)}`
  return { sh: `${makeSh}\n${sh}`, cmd: exclusive ? cmd : `${cmd}\n${withLineFeeds(label)}` }
}

/** psql adds a line end of its own, so the label's last one goes. */
function stopWithLabel(source: InstanceTarget): string {
  const { stop } = backupStatements(source.major)
  return stop.replace(/^select .* from /, 'select rtrim(labelfile, chr(10)) from ')
}

const leftOut = (exclusive: boolean): string[] => [
  'postmaster.pid',
  'postmaster.opts',
  'standby.signal',
  'recovery.signal',
  'recovery.conf',
  'recovery.done',
  ...(exclusive ? [] : ['backup_label', 'tablespace_map']),
]

/** Folders that are emptied: `rm -rf` of a linked WAL folder takes the link only, never what the source has in it. */
function emptied(source: InstanceTarget): { readonly whole: string[]; readonly made: readonly string[] } {
  const { walDir, hasReplicationSlots } = versionFacts(source.major)
  const whole = [walDir, ...(hasReplicationSlots ? ['pg_replslot'] : [])]
  return {
    whole,
    made: emptyDirectories(source.major).filter((name) => whole.includes(name.split('/')[0] ?? '')),
  }
}

function copyInSh(step: Backup, source: InstanceTarget, exclusive: boolean): string {
  const copy = quoteSh(step.partialDir)
  const { whole, made } = emptied(source)
  return [
    `cp -a ${quoteSh(`${source.dataDir}/.`)} ${quoteSh(`${step.partialDir}/`)}`,
    `cd ${copy}`,
    `rm -rf ${[...leftOut(exclusive), ...whole].join(' ')}`,
    `mkdir -m 700 ${made.join(' ')} || mv ${copy} ${quoteSh(`${step.partialDir}.failed`)}`,
  ].join(' && ')
}

const quoted = (path: string): string => `"${cmdPath(path)}"`

/** robocopy says 8 or more when it failed. */
function copyInCmd(step: Backup, source: InstanceTarget, exclusive: boolean): string {
  const { whole, made } = emptied(source)
  const skipped = whole.map((name) => quoted(joinPath(source.dataDir, name))).join(' ')
  const aside = `ren ${quoted(step.partialDir)} "${nameOf(step.partialDir)}.failed"`
  const folders = made.map((name) => quoted(joinPath(step.partialDir, ...name.split('/')))).join(' ')
  return [
    `robocopy ${quoted(source.dataDir)} ${quoted(step.partialDir)} /E /R:0 /W:0 /NFL /NDL /NJH`,
    `/XF ${leftOut(exclusive).join(' ')} /XD ${skipped} & if errorlevel 8 (${aside}) else mkdir ${folders}`,
  ].join(' ')
}

/** psql on Windows writes CR LF, and the server refuses a backup_label with them. */
function withLineFeeds(file: string): string {
  const path = `'${cmdPath(file).replaceAll("'", "''").replaceAll('%', '%%')}'`
  const read = `[IO.File]::ReadAllText(${path}).Replace([string][char]13, '')`
  return `powershell -NoProfile -Command "[IO.File]::WriteAllText(${path}, ${read})"`
}
