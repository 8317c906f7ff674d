import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { JobEvent } from '../../../../shared/model/job.ts'
import { describeRecord } from './failure.ts'
import { formatBytes } from './format.ts'
import type { ProgressStream } from './output.ts'
import { textWidth } from './width.ts'

const BAR_WIDTH = 24
const REPAINT_MS = 100
/** Without a terminal, progress of one step is said this often, in percent. */
const PLAIN_STEP_PERCENT = 25
/** And this often where the total is not known. */
const PLAIN_PAUSE_MS = 5_000

/** A bar such as `█████░░░ 45 %  1.3 GB / 3.0 GB`; without a total, the bytes alone. */
export function formatBar(bytesDone: number, bytesTotal: number | null): string {
  if (bytesTotal === null || bytesTotal <= 0) return formatBytes(bytesDone)
  const share = Math.min(1, bytesDone / bytesTotal)
  const full = Math.round(share * BAR_WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
  return `${bar} ${String(Math.floor(share * 100))} %  ${formatBytes(bytesDone)} / ${formatBytes(bytesTotal)}`
}

export interface ProgressPrinter {
  readonly onEvent: (event: JobEvent) => void
  /** Progress of something that is no job, such as a download. */
  readonly onBytes: (bytesDone: number, bytesTotal: number | null) => void
  /** Takes an unfinished bar away. */
  readonly end: () => void
}

/** Tells of a job as it goes: a line for each step, and on a terminal a bar that moves. */
export function createProgressPrinter(stream: ProgressStream, t: Translator): ProgressPrinter {
  const steps = new Map<string, { readonly number: number; readonly title: string }>()
  let barShown = false
  let paintedAt = 0
  let percentSaid = 0
  let startedAt = Date.now()

  const clear = (): void => {
    if (barShown) stream.write('\r\u001B[2K')
    barShown = false
  }
  const say = (text: string): void => {
    clear()
    stream.write(`${text}\n`)
  }
  const onBytes = (bytesDone: number, bytesTotal: number | null): void => {
    if (stream.isTTY) {
      const now = Date.now()
      if (now - paintedAt < REPAINT_MS) return
      paintedAt = now
      const elapsed = bytesTotal === null ? `, ${String(Math.round((now - startedAt) / 1000))} s` : ''
      const bar = `  ${formatBar(bytesDone, bytesTotal)}${elapsed}`
      clear()
      stream.write(textWidth(bar) < stream.columns ? bar : formatBytes(bytesDone))
      barShown = true
      return
    }
    if (bytesTotal === null || bytesTotal <= 0) {
      if (Date.now() - paintedAt < PLAIN_PAUSE_MS) return
      paintedAt = Date.now()
      stream.write(`  ${formatBytes(bytesDone)}\n`)
      return
    }
    const percent = Math.floor((100 * bytesDone) / bytesTotal)
    if (percent < percentSaid + PLAIN_STEP_PERCENT) return
    percentSaid = percent - (percent % PLAIN_STEP_PERCENT)
    stream.write(`  ${String(percentSaid)} % (${formatBytes(bytesDone)})\n`)
  }
  const titleOf = (step: string): string => steps.get(step)?.title ?? step

  const onEvent = (event: JobEvent): void => {
    switch (event.kind) {
      case 'job-started':
        for (const [index, { id, title }] of event.steps.entries())
          steps.set(id, { number: index + 1, title: t.text(title) })
        return
      case 'step-started': {
        percentSaid = 0
        paintedAt = 0
        startedAt = Date.now()
        const number = steps.get(event.step)?.number ?? 0
        return say(`[${String(number)}/${String(steps.size)}] ${t.text(event.title)}`)
      }
      case 'step-progress':
        return onBytes(event.bytesDone, event.bytesTotal)
      case 'step-note':
        return say(`      ${t.text(event.text)}`)
      case 'step-done':
        return clear()
      case 'step-failed':
        return say(t.t('cli.progress.failed', { reason: describeRecord(event.error, t).message }))
      case 'undo-started':
        for (const { id, title } of event.steps)
          steps.set(id, { number: steps.get(id)?.number ?? 0, title: t.text(title) })
        return event.steps.length === 0 ? undefined : say(t.t('cli.progress.undoing'))
      case 'step-undone':
        return say(`  ↩ ${titleOf(event.step)}`)
      case 'undo-failed':
        return say(
          t.t('cli.progress.undo-failed', {
            step: titleOf(event.step),
            reason: describeRecord(event.error, t).message,
          }),
        )
    }
  }
  return { onEvent, onBytes, end: clear }
}
