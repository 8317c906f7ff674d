import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { type OpenedPage, openPage } from '../../../core/open-page.ts'
import { openWebRecord, type WebServer } from '../../../core/web-record.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, flagOption, integerOption } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import type { RunningWeb } from '../web-face.ts'

/** How long the file that leads the browser to the page stays when the page is never shown. */
const FORGET_AFTER_MS = 60_000
/** The same where another process serves the page, and hears of it. */
const BROWSER_READS_MS = 5000

/** The page on 127.0.0.1, until Ctrl-C. */
export const serve: CommandSpec = {
  name: 'serve',
  operands: '',
  options: [
    { flags: '--port <number>', help: 'serve-port' },
    { flags: '--open', help: 'open' },
    { flags: '--url', help: 'serve-url' },
  ],
  async run(input, context) {
    if (flagOption(input, 'url')) return tellAddress(context)
    const port = portOption(input)
    const wantsBrowser = flagOption(input, 'open')
    // Root's desktop is closed to the account that goes on.
    const mayOpen = process.getuid?.() !== 0
    const start = await context.faces.prepareWeb()
    const core = await context.core()
    const door = new Door(core.home)
    try {
      const started = await start({ core, port, onPage: () => void door.close() })
      const { server } = started
      tell(server, started.kind, context)
      const opened = wantsBrowser && mayOpen && (await door.open(server.url))
      if (wantsBrowser && !opened) context.out.note(context.t.t('cli.serve.not-opened'))
      if (started.kind === 'here') await untilCancelled(started.web, context)
      else if (opened) await untilAborted(context.cancel, BROWSER_READS_MS)
      return exitCodes.done
    } finally {
      await door.close()
    }
  },
}

/** 0 stands for any free one. */
function portOption(input: CommandInput): number | undefined {
  const port = integerOption(input, 'port')
  if (port !== undefined && port > 65_535)
    throw new PgTandemError('bad-option-value', { option: '--port', value: String(port) })
  return port
}

async function tellAddress(context: CommandContext): Promise<ExitCode> {
  const { home } = await context.core()
  const server = await openWebRecord(home).find()
  if (server === undefined) throw new PgTandemError('not-served')
  context.out.line(server.url)
  context.out.document(server)
  return exitCodes.done
}

function tell(server: WebServer, kind: 'here' | 'elsewhere', { out, t }: CommandContext): void {
  if (kind === 'elsewhere') out.note(t.t('cli.serve.elsewhere', { pid: server.pid }))
  out.line(t.t('cli.serve.address', { url: server.url }))
  if (kind === 'here') out.line(t.t('cli.serve.how'))
  out.document(server)
}

async function untilCancelled(web: RunningWeb, { cancel, out, t }: CommandContext): Promise<void> {
  await untilAborted(cancel)
  const jobs = web.runningJobs()
  if (jobs.length > 0) out.note(t.t('cli.serve.cancelling', { jobs: jobs.join(', ') }))
  await web.close()
  out.line(t.t('cli.serve.ended'))
}

async function untilAborted(signal: AbortSignal, atMostMs?: number): Promise<void> {
  if (signal.aborted) return
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (atMostMs !== undefined) timer = setTimeout(resolve, atMostMs)
  })
  clearTimeout(timer)
}

/** The file that leads a browser to the page, for as long as it is needed. */
class Door {
  #page: OpenedPage | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(readonly home: string) {}

  /** False where no browser could be opened. */
  async open(url: string): Promise<boolean> {
    this.#page = await openPage(this.home, url)
    this.#timer = setTimeout(() => void this.close(), FORGET_AFTER_MS)
    return this.#page.opened
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#page?.forget()
  }
}
