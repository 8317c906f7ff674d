import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { openSession } from '../../../electron/postgres/connection/connect.ts'
import type { World } from '../../e2e/helpers/world.ts'
import { openBrowser, pageOptions } from './browser.ts'
import { openBenchWorld } from './open-bench-world.ts'

const standbys = 9
const ROWS_PER_SECOND = 10
const SETTLES_WITHIN_MS = 10_000

export interface TenInstances {
  readonly world: World
  readonly browser: Browser
  /** Shows the primary's streams, with the charts of all standbys. */
  readonly page: Page
  readonly close: () => Promise<void>
}

/** A primary that is written to, nine standbys of it, and a page with their live charts that has been open a while. */
export async function openTenInstances(): Promise<TenInstances> {
  const world = await openBenchWorld()
  const abort = new AbortController()
  const ends: (() => Promise<unknown>)[] = [() => world.close()]
  const close = async (): Promise<void> => {
    abort.abort()
    for (const end of ends.toReversed()) await end()
  }
  try {
    await world.run('create', 'n0', '--port', String(await world.freePort()))
    for (let number = 1; number <= standbys; number += 1)
      await world.run('clone', 'n0', `n${number}`, '--port', String(await world.freePort()))
    const writing = write(world, abort.signal)
    ends.push(() => writing)
    const browser = await openBrowser()
    ends.push(() => browser.close())
    const page = await browser.newPage(pageOptions)
    const { origin, hash } = new URL(world.host().url)
    await page.goto(`${origin}/replication/n0${hash}`)
    await page.locator('.u-over').nth(1).waitFor()
    await sleep(SETTLES_WITHIN_MS)
    return { world, browser, page, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Keeps the standbys busy enough that every poll sees something new. */
async function write(world: World, signal: AbortSignal): Promise<void> {
  const port = Number(await world.ask('n0', 'show port'))
  const passfile = path.join(world.home, 'credentials/n0.pgpass')
  const session = await openSession({ name: 'n0', host: '127.0.0.1', port, user: 'postgres', passfile })
  await session.query('create table ticks (at timestamptz default now())')
  while (!signal.aborted) {
    await session.query('insert into ticks default values')
    await sleep(1000 / ROWS_PER_SECOND)
  }
  await session.close()
}
