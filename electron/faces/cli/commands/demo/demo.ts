import { PgTandemError } from '../../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../../command.ts'
import type { CommandContext } from '../../context.ts'
import { flagOption, pgOption } from '../../input/command-input.ts'
import { type ExitCode, exitCodeFor, exitCodes } from '../../output/exit-code.ts'
import { describeFailure, failureDocument } from '../../output/failure.ts'
import { formatStatus } from '../../output/status-table.ts'
import { printFailure } from '../../output/print-failure.ts'
import { formatVerification } from '../../output/verification.ts'
import { makePair, type DemoPair } from './make-pair.ts'
import { removePair } from './remove-pair.ts'
import { showReplication } from './show-replication.ts'

/** From nothing to a verified pair, told in sentences; whatever it made is removed again unless asked to stay. */
export const demo: CommandSpec = {
  name: 'demo',
  operands: '',
  options: [
    { flags: '--keep', help: 'keep' },
    { flags: '--pg <major|bindir>', help: 'pg' },
  ],
  async run(input, context) {
    if (context.global.dryRun) return makePair.preview(pgOption(input), context)
    const keep = flagOption(input, 'keep')
    const made = await makePair.run(pgOption(input), context)
    if ('code' in made) return made.code
    let told = false
    try {
      const code = await tell(made, keep, context)
      told = true
      return code
    } catch (error) {
      return explain(error, context)
    } finally {
      if (!keep || !told) await removePair(made, context)
      else context.out.line(context.t.t('cli.demo.kept', { ...made }))
    }
  },
}

async function tell(pair: DemoPair, keep: boolean, context: CommandContext): Promise<ExitCode> {
  const { out, t, cancel } = context
  const { primary, standby } = pair
  const core = await context.core()
  const story = await showReplication(pair, context)
  out.line()
  out.line(t.t('cli.demo.status'))
  const instances = await core.status({ names: [primary, standby] })
  for (const line of formatStatus(instances, t)) out.line(line)
  out.line()
  out.line(t.t('cli.demo.checks'))
  const verification = await core.verify(standby, { signal: cancel })
  for (const line of formatVerification(verification, t)) out.line(line)
  const urls = { primary: await core.connectionUrl(primary), standby: await core.connectionUrl(standby) }
  out.line()
  out.line(t.t('cli.demo.urls'))
  out.line(`  ${primary}: ${urls.primary}`)
  out.line(`  ${standby}: ${urls.standby}`)
  out.line()
  out.line(t.t(keep ? 'cli.demo.next-kept' : 'cli.demo.next', { primary, standby }))
  if (cancel.aborted) throw new PgTandemError('cancelled')
  const ok = verification.ok && story.refused && story.arrived
  out.document({ ok, primary, standby, kept: keep, ...story, checks: verification.checks, instances, urls })
  return ok ? exitCodes.done : exitCodes.failed
}

function explain(error: unknown, { out, t, cancel }: CommandContext): ExitCode {
  const failure = describeFailure(cancel.aborted ? new PgTandemError('cancelled') : error, t)
  if (!out.json) printFailure(failure, out, t)
  out.document({ error: failureDocument(failure) })
  return exitCodeFor(failure.code)
}
