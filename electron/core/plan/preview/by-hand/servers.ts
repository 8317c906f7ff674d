import { versionFacts } from '../../../../postgres/facts/versions.ts'
import type { StepOf } from '../../steps/step.ts'
import { quoteCmd, quoteCmdPath, quoteSh } from '../quoting.ts'
import { type ByHand, type HandContext, notByHand, onlyInCmd, targetOf } from './by-hand.ts'
import { configDirOf, programLine, psql, serverProgram } from './programs.ts'

/** initdb that asks for the superuser's password: `-W`, since a password has no place on a command line. */
export function initdbByHand(step: StepOf<'initdb'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  const withoutChecksums = target.major >= 18 ? ['--no-data-checksums'] : []
  return programLine(serverProgram(target, 'initdb'), [
    '-D',
    target.dataDir,
    '-U',
    target.user,
    '-E',
    step.encoding,
    `--locale=${step.locale}`,
    '-A',
    step.auth,
    ...(step.checksums ? ['-k'] : withoutChecksums),
    '-W',
  ])
}

const seconds = (ms: number): string => String(Math.ceil(ms / 1000))

/** `pg_ctl start -D … -l …`, as in the guides, waiting. */
export function startByHand(step: StepOf<'start-server'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  return pgCtl(context, step.instance, [
    'start',
    '-D',
    configDirOf(target),
    '-l',
    target.logFile,
    '-w',
    '-t',
    seconds(step.deadlineMs),
  ])
}

export function stopByHand(step: StepOf<'stop-server'>, context: HandContext): ByHand {
  const { dataDir } = targetOf(context, step.instance)
  return pgCtl(context, step.instance, [
    'stop',
    '-D',
    dataDir,
    '-m',
    step.mode,
    '-w',
    '-t',
    seconds(step.deadlineMs),
  ])
}

export function restartByHand(step: StepOf<'restart-server'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  const where = ['-D', configDirOf(target), '-l', target.logFile]
  return pgCtl(context, step.instance, [
    'restart',
    ...where,
    '-m',
    step.mode,
    '-w',
    '-t',
    seconds(step.deadlineMs),
  ])
}

export function reloadByHand(step: StepOf<'reload-server'>, context: HandContext): ByHand {
  return pgCtl(context, step.instance, ['reload', '-D', targetOf(context, step.instance).dataDir])
}

/** `net` waits until it is done, as `sc` does not. */
export function controlServiceByHand({ action, service }: StepOf<'control-service'>): ByHand {
  return onlyInCmd(`net ${action} ${quoteCmd(service)}`)
}

export function promoteByHand(step: StepOf<'promote-server'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  if (step.by === 'sql') return psql(context, target, ['SELECT pg_promote()'])
  if (step.by === 'trigger' && step.triggerFile !== null) {
    return { cmd: `type nul > ${quoteCmdPath(step.triggerFile)}`, sh: `touch ${quoteSh(step.triggerFile)}` }
  }
  const waiting = versionFacts(target.major).pgCtlPromoteWaits ? ['-w', '-t', seconds(step.deadlineMs)] : []
  return pgCtl(context, step.instance, ['promote', '-D', target.dataDir, ...waiting])
}

export function replayByHand(step: StepOf<'replay'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  const { replayPause, replayResume } = versionFacts(target.major)
  return psql(context, target, [`SELECT ${step.action === 'pause' ? replayPause : replayResume}()`])
}

export function slotByHand(step: StepOf<'slot'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  const facts = versionFacts(target.major)
  if (!facts.hasReplicationSlots) return notByHand('no-slots')
  if (step.action === 'drop')
    return psql(context, target, [`SELECT pg_drop_replication_slot('${step.slot}')`])
  const args = facts.slotReservesWalAtOnce ? `'${step.slot}', true` : `'${step.slot}'`
  return psql(context, target, [`SELECT pg_create_physical_replication_slot(${args})`])
}

function pgCtl(context: HandContext, instance: string | null, args: readonly string[]): ByHand {
  return programLine(serverProgram(targetOf(context, instance), 'pg_ctl'), args)
}
