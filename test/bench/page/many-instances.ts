import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { BenchContext } from '../context.ts'
import { openBrowser, pageOptions } from './browser.ts'
import { openGeneratedHost } from './generated-host.ts'

/** A machine that is busy with something else makes tasks long, too: one round without any tells that it was that. */
const rounds = 3
const SCROLL_MS = 10_000
const SETTLES_WITHIN_MS = 2000
const STEP_PX = 120
const BETWEEN_STEPS_MS = 40
const LONG_MS = 50

/** How long the page is blocked at most while fifty instances change every second and someone scrolls through them. */
export async function benchManyInstances({ cli, say }: Pick<BenchContext, 'cli' | 'say'>): Promise<void> {
  const host = await openGeneratedHost(path.join(cli, '../../renderer'))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage(pageOptions)
    await page.goto(host.url)
    say(
      `50 instances that change every second, ${SCROLL_MS / 1000} s of scrolling, ${rounds} rounds, tasks over ${LONG_MS} ms (none):`,
    )
    for (const view of ['Picture', 'List']) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await page.getByRole('link', { name: 'shop-4-standby-8' }).waitFor()
      await sleep(SETTLES_WITHIN_MS)
      const counts: number[] = []
      let longest = 0
      let scrolledPx = 0
      for (let round = 0; round < rounds; round += 1) {
        await noteLongTasks(page)
        scrolledPx = await scroll(page)
        const tasks = await takeLongTasks(page)
        counts.push(tasks.length)
        longest = Math.max(longest, ...tasks)
      }
      const more = longest === 0 ? '' : `, the longest ${longest.toFixed(0)} ms`
      say(`  ${view.toLowerCase()} (${scrolledPx} px out of sight): ${counts.join(', ')}${more}`)
    }
  } finally {
    await browser.close()
    await host.close()
  }
}

/** Down to the end, up again, and so on, by the wheel; returns how many pixels lay out of sight. */
async function scroll(page: Page): Promise<number> {
  await page.mouse.move(640, 600)
  const place = page.locator('main')
  const hiddenPx = await place.evaluate((main) => main.scrollHeight - main.clientHeight)
  if (hiddenPx < STEP_PX) throw new Error('there is nothing to scroll')
  const ends = performance.now() + SCROLL_MS
  for (let step = 0; performance.now() < ends; step += 1) {
    const isDown = Math.floor((step * STEP_PX) / hiddenPx) % 2 === 0
    await page.mouse.wheel(0, isDown ? STEP_PX : -STEP_PX)
    await sleep(BETWEEN_STEPS_MS)
  }
  return hiddenPx
}

type WithTasks = Window & { longTasks?: number[]; observer?: PerformanceObserver }

const noteLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const mine = window as WithTasks
    const longTasks: number[] = []
    mine.longTasks = longTasks
    mine.observer?.disconnect()
    mine.observer = new PerformanceObserver((list) => {
      longTasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    mine.observer.observe({ type: 'longtask' })
  })

const takeLongTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as WithTasks).longTasks ?? [])
