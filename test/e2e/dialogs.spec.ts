import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

/** While a dialog is open Fluent hides the page from screen readers; afterwards it must be there again. */
test.describe('a dialog that was closed leaves the page as it was', () => {
  test('by its button, whatever opened it', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app')
    const why = page.getByRole('button', { name: 'Why?' })
    await why.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(why).toBeFocused()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
  })

  test('by Escape', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app')
    const why = page.getByRole('button', { name: 'Why?' })
    await why.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(why).toBeFocused()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
  })

  test('when what opened it has no place to take the focus back', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app/configuration')
    await page.getByLabel('Another setting').fill('work_mem')
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill('8MB')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

/** The way back of the browser, and the tray, go from one instance to the other under an open dialog. */
test('a dialog about one instance is gone on the page of another', async ({ world, page }) => {
  await world.pair('shop')
  const visit = world.ask('shop', `set application_name = 'visitor'; select pg_sleep(300)`)
  const cut = expect(visit).rejects.toThrow('Command failed')
  const visitors = `from pg_stat_activity where application_name = 'visitor'`
  await expect.poll(() => world.ask('shop', `select count(*) ${visitors}`)).toBe('1')
  await openAt(page, world, '/instance/shop-standby')
  for (const question of ['Stop', 'Why?']) {
    await page.getByRole('main').getByRole('link', { name: 'shop', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'shop', exact: true })).toBeVisible()
    await page.getByRole('button', { name: question, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'shop-standby' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await world.ask('shop', `select pg_terminate_backend(pid) ${visitors}`)
  await cut
})
