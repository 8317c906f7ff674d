import { expect, type Locator, type Page } from '@playwright/test'
import { expectFirstPair } from './helpers/expect-first-pair.ts'
import { openAt } from './helpers/open-at.ts'
import { settle } from './helpers/screens.ts'
import { test } from './helpers/test.ts'

const MOST_STOPS = 60

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${MOST_STOPS} times Tab do not lead there`)
}

test('the first pair is made by keyboard, past the navigation', async ({ world, page }) => {
  await openAt(page, world, '/')
  const create = page.getByRole('button', { name: 'Create a primary and a standby' })
  await expect(create).toBeEnabled()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, create)
  await expectFirstPair(page, () => page.keyboard.press('Enter'))
})

test('a wizard is filled in and run by keyboard, and every stop can be seen', async ({ world, page }) => {
  await openAt(page, world, '/do/create')
  await settle(page)
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type('shop')
  await tabTo(page, page.getByRole('textbox', { name: 'Port' }))
  await page.keyboard.type(String(await world.freePort()))
  const steps = page.getByRole('button', { name: 'Show the steps and commands' })
  await expect(steps).toBeVisible()
  await tabTo(page, steps)
  await page.keyboard.press('Space')
  await expect(page.getByText('Step 1:')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create', exact: true })
  await expect(create).toBeEnabled()
  await tabTo(page, create)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Progress' })).toBeFocused()
  const open = page
    .getByRole('link', { name: 'Open shop' })
    .or(page.getByRole('link', { name: 'Make a standby of it' }))
  await expect(open.first()).toBeVisible({ timeout: 30_000 })
  await tabTo(page, open.first())
})

test('a menu and a dialog are opened, gone through and left by keyboard', async ({ sharedPair, page }) => {
  await openAt(page, sharedPair, '/')
  await settle(page)
  const actions = page.getByRole('button', { name: 'Actions for app', exact: true })
  await tabTo(page, actions)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(actions).toBeFocused()
  const why = page.getByRole('button', { name: /^Why\?.* app$/ })
  await why.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('table')).toBeVisible()
  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(why).toBeFocused()
})
