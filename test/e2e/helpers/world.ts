import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { endServers, readPid } from './end-servers.ts'
import { ask, type Host, pgtandem, serve } from './program.ts'

/** A home of its own with the program that serves it. */
export interface World {
  readonly home: string
  readonly host: () => Host
  /** A port for a server. */
  readonly freePort: () => Promise<number>
  /** A command of PgTandem in this home. */
  readonly run: (...args: readonly string[]) => Promise<string>
  readonly ask: (name: string, sql: string) => Promise<string | null>
  /** A primary NAME and its standby NAME-standby, with more options of that command. */
  readonly pair: (name: string, ...options: readonly string[]) => Promise<void>
  /** The process of a server. */
  readonly pidOf: (name: string) => Promise<number>
  /** Serves the home again, on the same port. */
  readonly serveAgain: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openWorld(freePort: () => Promise<number>): Promise<World> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-e2e-'))
  let host = await serve(home)
  const run: World['run'] = (...args) => pgtandem(home, ...args)
  return {
    home,
    host: () => host,
    freePort,
    run,
    ask: (name, sql) => ask(home, name, sql),
    pair: async (name, ...options) => {
      const [port, standbyPort] = [await freePort(), await freePort()]
      await run('pair', name, '--port', String(port), '--standby-port', String(standbyPort), ...options)
    },
    pidOf: async (name) => {
      const pid = await readPid(path.join(home, 'instances', name, 'data', 'postmaster.pid'))
      if (pid === null) throw new Error(`${name} does not run`)
      return pid
    },
    serveAgain: async () => {
      host = await serve(home, host.port)
    },
    close: async () => {
      await host.stop()
      await endServers(home)
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
