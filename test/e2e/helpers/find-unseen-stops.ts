import type { Page } from '@playwright/test'

const MOST_STOPS = 40
const AROUND_PX = 6

/** Presses Tab all through a page that does not move; the stops that look the same with the focus as without it. */
export async function findUnseenStops(page: Page): Promise<readonly string[]> {
  const unseen: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const clip = await page.evaluate((around) => {
      if (document.activeElement === null || document.activeElement === document.body) return null
      const { left, top, right, bottom } = document.activeElement.getBoundingClientRect()
      const [x, y] = [Math.max(0, left - around), Math.max(0, top - around)]
      return {
        x,
        y,
        width: Math.min(window.innerWidth, right + around) - x,
        height: Math.min(window.innerHeight, bottom + around) - y,
      }
    }, AROUND_PX)
    if (clip === null) break
    const withFocus = await page.screenshot({ clip })
    // The next Tab goes on from here all the same.
    const what = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement instanceof HTMLElement) activeElement.blur()
      return activeElement?.outerHTML.slice(0, 200) ?? ''
    })
    if (withFocus.equals(await page.screenshot({ clip }))) unseen.push(what)
  }
  return unseen
}
