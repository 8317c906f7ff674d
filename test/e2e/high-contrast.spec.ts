import type { Page } from '@playwright/test'
import { findUnseenStops } from './helpers/find-unseen-stops.ts'
import { findViolations } from './helpers/find-violations.ts'
import { openAt } from './helpers/open-at.ts'
import { settle } from './helpers/screens.ts'
import { expect, test } from './helpers/test.ts'

/** The system's palette: light letters on dark ground, or the other way round. */
const force = (page: Page, colorScheme: 'dark' | 'light'): Promise<void> =>
  page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' })

/** The ground of Fluent's theme for high contrast; its dark theme has a grey one. */
const ground = (page: Page): Promise<string> =>
  page
    .getByRole('main')
    .evaluate((main) => getComputedStyle(main).getPropertyValue('--colorNeutralBackground1').trim())

test.describe('where the system forces its colours, the theme follows and axe finds nothing', () => {
  for (const screen of [
    '/',
    '/about-replication',
    '/do/create',
    '/do/recovery/app-standby',
    '/instance/app/overview',
    '/instance/app/configuration?part=pg_hba.conf',
    '/replication/app',
    '/playground/app-standby',
    '/settings/general',
  ])
    test(screen, async ({ sharedPair, page }) => {
      // Of colours, axe sees those of the theme, which are those of this palette.
      await force(page, 'dark')
      await openAt(page, sharedPair, screen)
      await settle(page)
      expect.soft(await ground(page)).toBe('#000000')
      expect.soft(await findViolations(page)).toEqual([])
    })
})

test('every stop of the keyboard can be seen', async ({ sharedPair, page }) => {
  await force(page, 'dark')
  for (const screen of ['/do/create', '/settings/general']) {
    await openAt(page, sharedPair, screen)
    await settle(page)
    expect.soft(await findUnseenStops(page), screen).toEqual([])
  }
})

test('the page that one is on is marked', async ({ sharedPair, page }) => {
  await openAt(page, sharedPair, '/jobs')
  await force(page, 'light')
  const readBar = (name: string): Promise<string> =>
    page
      .getByRole('navigation')
      .getByRole('link', { name })
      .evaluate((link) => getComputedStyle(link).borderLeftColor)
  expect(await readBar('Home')).toBe('rgb(255, 255, 255)')
  expect(await readBar('Jobs')).not.toBe('rgb(255, 255, 255)')
})

test('the lag is drawn in colours that stand out, also when the palette changes', async ({
  sharedPair,
  page,
}) => {
  await openAt(page, sharedPair, '/replication/app')
  const drawn = page.getByRole('img', { name: /^Lag in bytes of WAL/ }).locator('canvas')
  /** The red parts of all colours in it. */
  const readReds = (): Promise<readonly number[]> =>
    drawn.evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      return [...new Set([...data].filter((_part, at) => at % 4 === 0 && data[at + 3] === 255))]
    })
  const legend = page
    .getByRole('listitem')
    .filter({ hasText: /^app-standby/ })
    .locator('line')
  const readStroke = (): Promise<string> => legend.evaluate((line) => getComputedStyle(line).stroke)
  expect(await readStroke()).toMatch(/^rgb\((?!0, 0, 0\))/)
  await force(page, 'dark')
  await expect.poll(readReds).toEqual([255])
  await force(page, 'light')
  await expect.poll(readReds).toEqual([0])
  expect(await readStroke()).toBe('rgb(0, 0, 0)')
})

test('high contrast can be chosen where the system does not ask for it', async ({ world, page }) => {
  await openAt(page, world, '/settings/general')
  await page.getByRole('radio', { name: 'High contrast' }).click()
  await expect.poll(() => ground(page)).toBe('#000000')
  await settle(page)
  expect(await findViolations(page)).toEqual([])
})
