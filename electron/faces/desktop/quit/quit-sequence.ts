import type { JobReport } from '../../../../shared/model/job-report.ts'
import { describeFailures } from '../actions/act.ts'
import { performAll, stopRequests } from '../actions/perform-all.ts'
import { sayOperation } from '../actions/say.ts'
import type { Shell } from '../shell.ts'

type Needs = Pick<Shell, 'host' | 'dialogs' | 'translator'>

/**
 * What happens between "Quit" and the end; `stay` when the person thought better of it.
 *
 * 1. Running jobs are named: they end, or are cancelled, or one stays.
 * 2. What becomes of running servers is asked, unless it was answered for good.
 * 3. They are stopped, standbys before their upstreams; one that could not be stopped is named.
 */
export async function runQuitSequence(shell: Needs): Promise<'quit' | 'stay'> {
  if (!(await seeToJobs(shell))) return 'stay'
  const fate = await decideFate(shell)
  if (fate === 'stay') return 'stay'
  return fate === 'stop' && !(await stopServers(shell)) ? 'stay' : 'quit'
}

async function seeToJobs({ host: { jobs }, dialogs, translator }: Needs): Promise<boolean> {
  const running = jobs.reports().filter(({ endedAt }) => endedAt === null)
  if (running.length === 0) return true
  const t = translator()
  const line = ({ operation, instances }: JobReport): string =>
    t.t('shell.quit.job-line', { operation: sayOperation(operation, t), names: instances.join(', ') })
  const { choice } = await dialogs.ask({
    message: t.t('shell.quit.jobs-question', { count: running.length }),
    detail: t.t('shell.quit.jobs-detail', { jobs: running.map(line).join('\n') }),
    choices: [
      { id: 'wait', label: t.t('shell.quit.jobs-wait') },
      { id: 'cancel', label: t.t('shell.quit.jobs-cancel') },
      { id: 'stay', label: t.t('shell.quit.stay') },
    ],
    otherwise: 'stay',
  })
  if (choice === 'stay') return false
  await jobs.settle(choice === 'cancel')
  return true
}

async function decideFate({
  host: { live, settings },
  dialogs,
  translator,
}: Needs): Promise<'leave-running' | 'stop' | 'stay'> {
  const running = stopRequests(live.current()).map(({ name }) => name)
  const { onQuit } = settings.current()
  if (running.length === 0) return 'leave-running'
  if (onQuit !== 'ask') return onQuit
  const { t } = translator()
  const names = running.toReversed().join(', ')
  const { choice, checked } = await dialogs.ask({
    message: t('shell.quit.servers-question', { count: running.length, names }),
    detail: t('shell.quit.servers-detail', { names }),
    choices: [
      { id: 'leave-running', label: t('shell.quit.servers-leave') },
      { id: 'stop', label: t('shell.quit.servers-stop') },
      { id: 'stay', label: t('shell.quit.stay') },
    ],
    otherwise: 'stay',
    checkbox: t('shell.quit.remember'),
  })
  if (checked && choice !== 'stay') await settings.change({ onQuit: choice })
  return choice
}

/** Having chosen to stop them is the agreement to cut their connections. */
async function stopServers({ host, dialogs, translator }: Needs): Promise<boolean> {
  const outcomes = await performAll(stopRequests(host.live.current()), host, 'agreed')
  const t = translator()
  const failures = describeFailures(outcomes, t)
  if (failures.length === 0) return true
  const { choice } = await dialogs.ask({
    message: t.t('shell.quit.still-running'),
    detail: failures.join('\n\n'),
    choices: [
      { id: 'stay', label: t.t('shell.quit.stay') },
      { id: 'quit', label: t.t('shell.quit.anyway') },
    ],
    otherwise: 'stay',
  })
  return choice === 'quit'
}
