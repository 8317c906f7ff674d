import type { LogBatch } from '../../../shared/model/readings.ts'
import type { Core } from '../../core/core.ts'
import { createTopic } from '../../core/live/topic.ts'
import { explainLogLine } from '../../core/readings/explain-log-line.ts'

const BATCH_MS = 200
const MOST_LINES = 1000

/** The log of an instance in batches: what comes faster than it is taken is counted, not kept. Ends with `signal`. */
export async function* logBatches(
  name: string,
  lines: number,
  core: Pick<Core, 'readLog' | 'followLog'>,
  signal: AbortSignal,
): AsyncGenerator<LogBatch> {
  const { file } = await core.readLog(name, 0)
  const leaving = new AbortController()
  const news = createTopic()
  let waiting: string[] = []
  let skipped = 0
  const following = core.followLog(name, {
    lines,
    signal: AbortSignal.any([signal, leaving.signal]),
    onLine: (line) => {
      waiting.push(line)
      if (waiting.length > MOST_LINES) {
        skipped += waiting.length - MOST_LINES
        waiting = waiting.slice(-MOST_LINES)
      }
      news.bump()
    },
  })
  const isOver = following.then(() => true)
  // Its failure is thrown below, whenever it comes.
  isOver.catch(() => undefined)
  try {
    yield { file, lines: [], skipped: 0 }
    let over = false
    while (!over) {
      const seen = waiting.length === 0 ? news.version() : -1
      over = await Promise.race([isOver, news.wait(seen, signal).then(() => signal.aborted)])
      if (waiting.length > 0) {
        const batch = { file, lines: waiting.map(explainLogLine), skipped }
        ;[waiting, skipped] = [[], 0]
        yield batch
      }
      await createTopic().wait(0, signal, BATCH_MS)
    }
  } finally {
    leaving.abort()
    await isOver.catch(() => undefined)
  }
}
