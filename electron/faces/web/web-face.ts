import { openWebRecord, type WebServer } from '../../core/web-record.ts'
import type { Core } from '../../core/core.ts'
import { openHost } from '../rpc/open-host.ts'
import { readAssets } from '../rpc/page/assets.ts'
import { openWebHost } from './open-web-host.ts'

export interface StartOptions {
  readonly core: Core
  /** Undefined: the usual one, or one near it; 0: any. */
  readonly port: number | undefined
  /** A page has shown the key. */
  readonly onPage: () => void
}

export type Started =
  /** Another process serves this home already. */
  | { readonly kind: 'elsewhere'; readonly server: WebServer }
  | { readonly kind: 'here'; readonly server: WebServer; readonly web: RunningWeb }

export interface RunningWeb {
  /** The jobs that pages have begun and that still run. */
  runningJobs(): readonly string[]
  /** Cancels them, waits until they are undone, then closes every page. Servers go on. */
  close(): Promise<void>
}

/**
 * Reads the page in `folder`, and returns what serves it: that reads nothing from disk that lies beside the program.
 *
 * Starting throws `port-in-use` or `port-reserved` when the port that was asked for cannot be had.
 */
export async function prepareWebFace(folder: string): Promise<(options: StartOptions) => Promise<Started>> {
  const assets = await readAssets(folder)
  return async ({ core, port, onPage }) => {
    const record = openWebRecord(core.home)
    const running = await record.find()
    if (running !== undefined) return { kind: 'elsewhere', server: running }
    const host = await openHost({ core, desktop: null })
    const settle = (): Promise<void> => host.jobs.settle(true)
    const end: (() => Promise<void>)[] = [() => host.close(), settle]
    const close = async (): Promise<void> => {
      for (const step of end.toReversed()) await step()
    }
    try {
      const key = await record.key()
      const web = await openWebHost({ host, assets, key, port, onPage })
      end.push(() => web.close())
      const server = await record.claim(web.port)
      // First with the pages open, which see it; once more for what was begun until they were closed.
      end.push(() => record.release(), settle)
      if (server.pid === process.pid) {
        const running = () => host.jobs.reports().filter(({ endedAt }) => endedAt === null)
        const runningJobs = (): readonly string[] => running().map(({ id }) => id)
        return { kind: 'here', server, web: { runningJobs, close } }
      }
      await close()
      return { kind: 'elsewhere', server }
    } catch (error) {
      await close()
      throw error
    }
  }
}
