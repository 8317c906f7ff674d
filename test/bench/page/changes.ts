import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openSession, type Session } from '../../../electron/postgres/connection/connect.ts'
import type { World } from '../../e2e/helpers/world.ts'
import { measure } from '../shell.ts'
import { inMs, summarize } from '../statistics.ts'
import { openBrowser, pageOptions } from './browser.ts'

const rounds = 7
const POLL_MS = 1000

/** Words of the English page. */
const words = { paused: 'Replay is paused', stopped: 'stopped', crashed: 'crashed' } as const

interface Bench {
  readonly world: World
  readonly bundledBinDir: string
  readonly say: (line: string) => void
}

/** How long after a change made by hand in a server the page shows it: by SQL, by pg_ctl, and a kill. */
export async function benchChanges({ world, bundledBinDir, say }: Bench): Promise<void> {
  const browser = await openBrowser()
  const standby = await openStandby(world)
  try {
    const page = await browser.newPage(pageOptions)
    await page.goto(world.host().url)
    await page.getByRole('link', { name: 'app-standby' }).waitFor()
    const dataDir = path.join(world.home, 'instances/app-standby/data')
    const times = {
      paused: [] as number[],
      resumed: [] as number[],
      stop: [] as number[],
      kill: [] as number[],
    }
    for (let round = 0; round < rounds; round += 1) {
      // What the page just showed came with a poll: each round begins at another moment between two of them.
      const between = (): Promise<void> => sleep((round * POLL_MS) / rounds)
      await between()
      times.paused.push(await shownAfter(page, words.paused, true, pauseBy(standby)))
      await between()
      times.resumed.push(await shownAfter(page, words.paused, false, resumeBy(standby)))
    }
    await standby.close()
    for (let round = 0; round < rounds; round += 1) {
      await sleep((round * POLL_MS) / rounds)
      const stop = (): Promise<unknown> =>
        measure(path.join(bundledBinDir, 'pg_ctl'), ['stop', '-s', '-m', 'fast', '-D', dataDir])
      times.stop.push(await shownAfter(page, words.stopped, true, stop))
      await shownAfter(page, words.stopped, false, () => world.run('start', 'app-standby'))
      const pid = await world.pidOf('app')
      times.kill.push(await shownAfter(page, words.crashed, true, () => kill(pid)))
      await shownAfter(page, words.crashed, false, () => world.run('start', 'app'))
    }
    say(`a change made by hand until the page shows it, ${rounds} rounds, from the moment it was asked for:`)
    say(`  replay paused by SQL ${inMs(summarize(times.paused))}, resumed ${inMs(summarize(times.resumed))}`)
    say(`  standby stopped by pg_ctl ${inMs(summarize(times.stop))} (all under 1500 ms)`)
    say(`  primary killed by SIGKILL ${inMs(summarize(times.kill))} (under 1000 ms)`)
  } finally {
    await standby.close().catch(() => undefined)
    await browser.close()
  }
}

const pauseBy = (session: Session) => () => session.query('select pg_wal_replay_pause()')
const resumeBy = (session: Session) => () => session.query('select pg_wal_replay_resume()')

function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  return Promise.resolve()
}

async function openStandby(world: World): Promise<Session> {
  const port = Number(await world.ask('app-standby', 'show port'))
  const passfile = path.join(world.home, 'credentials/app-standby.pgpass')
  return openSession({ name: 'app-standby', host: '127.0.0.1', port, user: 'postgres', passfile })
}

/** Milliseconds from the beginning of `change` until the page holds `text`, or holds it no more. */
async function shownAfter(
  page: Page,
  text: string,
  there: boolean,
  change: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    ({ text, there }) => {
      const shown = new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('main')?.textContent.includes(text) !== there) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(Date.now()))
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      })
      Object.assign(window, { shown })
    },
    { text, there },
  )
  const began = Date.now()
  await change()
  const shownAt = await page.evaluate(() => (window as unknown as { readonly shown: Promise<number> }).shown)
  return shownAt - began
}
